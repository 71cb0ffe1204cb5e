# Veahaldus
