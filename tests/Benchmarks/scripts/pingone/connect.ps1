# Environment, client and addresses are environment variables, so that only the module itself is measured.
Import-Module $env:PERSONIO_BENCHMARK_MANIFEST
Connect-PingOne -ApiBaseUri $env:PINGONE_API -AuthBaseUri $env:PINGONE_AUTH -RequestsPerSecond 500
