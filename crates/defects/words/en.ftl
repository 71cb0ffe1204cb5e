# Defects
