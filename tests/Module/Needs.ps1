# What a test needs and a machine may lack. Dot-source it in BeforeAll.

$needed = @{}

# Ends the test that calls it as not run where a module is not installed; the reason is told at the end of all tests.
function Skip-WithoutModule {
    param([string[]] $Name)

    $missing = $Name | Where-Object {
        if (-not $needed.ContainsKey($_)) {
            $needed[$_] = [bool] (Get-Module $_ -ListAvailable)
        }

        -not $needed[$_]
    }
    if ($missing) {
        Set-ItResult -Skipped -Because "it needs $($missing -join ' and ')"
    }
}
