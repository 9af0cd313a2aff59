namespace Personio.Parameters;

/// <summary>
/// Refuses a secret that is typed as text, and says how to give it; the engine would only say that it is of another
/// type. The text is not repeated.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SecretTransformationAttribute : TransformationAttributeBase
{
    /// <inheritdoc/>
    protected override object? Transform(object? value) =>
        value is string
            ? throw new FormatException(
                "Plain-text secrets are not accepted because they would remain in the history and in logs. "
                + "Specify -Credential (Get-Credential), or -ClientSecret (Read-Host -AsSecureString); for unattended "
                + "runs set PERSONIO_CLIENT_ID and PERSONIO_CLIENT_SECRET in the environment, or use -SecretName.")
            : value;
}
