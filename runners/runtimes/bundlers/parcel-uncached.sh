cd "$1"
exec parcel build entry.js --dist-dir "$2" --cache-dir "$HOME/cache" --no-cache --no-autoinstall
