#!/bin/sh
# Tạo ngăn (bucket) cho SoHoa, một lần, bằng tài khoản QUẢN TRỊ kho (không phải tài khoản của ứng dụng).
# Makes the bucket once, with the store ADMINISTRATOR's credentials (AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY).
# Needs the aws command line, which speaks to any S3-compatible store.
#   ./make-bucket.sh https://s3.tinh.example:9000 sohoa
set -eu
url=$1
bucket=${2:-sohoa}
here=$(cd "$(dirname "$0")" && pwd)
s3() { aws --endpoint-url "$url" s3api "$@"; }
s3 create-bucket --bucket "$bucket" --object-lock-enabled-for-bucket
s3 put-bucket-versioning --bucket "$bucket" --versioning-configuration "file://$here/versioning.json"
s3 put-bucket-lifecycle-configuration --bucket "$bucket" --lifecycle-configuration "file://$here/lifecycle.json"
s3 get-object-lock-configuration --bucket "$bucket"
