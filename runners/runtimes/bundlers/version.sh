exec "$1" --version
