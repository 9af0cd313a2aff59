using System.Net;
using Personio.Client;

namespace Personio;

/// <summary>Connection settings from environment variables, used for parameters that were not specified.</summary>
internal static class EnvironmentSettings
{
    /// <summary>The calling application; null if PERSONIO_APP_ID is not set.</summary>
    public static string? AppId => EnvironmentVariables.Read("PERSONIO_APP_ID");

    /// <summary>The calling partner; null if PERSONIO_PARTNER_ID is not set.</summary>
    public static string? PartnerId => EnvironmentVariables.Read("PERSONIO_PARTNER_ID");

    /// <summary>The credential in PERSONIO_CLIENT_ID and PERSONIO_CLIENT_SECRET.</summary>
    /// <param name="tell">Receives the names of the variables used, never their values.</param>
    /// <exception cref="PersonioException">A variable is not set (<c>AuthenticationFailed</c>).</exception>
    public static NetworkCredential Credential(Action<string> tell) =>
        EnvironmentVariables.Credential("PERSONIO", "Connect-Personio", tell);

    /// <summary>The API origin in PERSONIO_BASE_URL. Default: Personio's own.</summary>
    /// <param name="tell">Receives the names of the variables used, never their values.</param>
    /// <exception cref="PersonioException">The value is not an absolute URL (<c>InvalidRequest</c>).</exception>
    public static Uri BaseUri(Action<string> tell)
    {
        if (EnvironmentVariables.Read("PERSONIO_BASE_URL") is not { } text)
        {
            return SessionOptions.DefaultBaseUri;
        }

        tell("Taking the base address from PERSONIO_BASE_URL.");
        return Uri.TryCreate(text, UriKind.Absolute, out Uri? address)
            ? address
            : throw PersonioException.Invalid(
                // Text before an @ may be a password, so it is not repeated.
                (text.Contains('@', StringComparison.Ordinal) ? "PERSONIO_BASE_URL" : $"'{text}'")
                + " is not a web address. "
                + $"Set PERSONIO_BASE_URL to one such as {SessionOptions.DefaultBaseUri}.");
    }
}
