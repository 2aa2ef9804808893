# It looks for the entry below the folder in which it is started.
cd "$1"
exec parcel build entry.js --dist-dir "$2" --cache-dir "$HOME/cache" --no-autoinstall
