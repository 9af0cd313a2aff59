# Environment, client and addresses come from the environment; nothing but the module itself is to hold it up.
Import-Module $env:PERSONIO_BENCHMARK_MANIFEST
Connect-PingOne -ApiBaseUri $env:PINGONE_API -AuthBaseUri $env:PINGONE_AUTH -RequestsPerSecond 500
