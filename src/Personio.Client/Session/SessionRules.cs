using System.Text.RegularExpressions;

namespace Personio.Client;

/// <summary>The rules for what a session is told about itself; each refusal says the rule.</summary>
internal static partial class SessionRules
{
    /// <summary>Checks an origin.</summary>
    /// <exception cref="PersonioException">It is no origin, or would send secrets in the clear.</exception>
    public static Uri Origin(Uri uri)
    {
        // Looked for first: no refusal repeats what may be a password.
        if (uri.IsAbsoluteUri && uri.UserInfo.Length > 0)
        {
            throw new PersonioException(
                ErrorKind.InvalidRequest, $"The base address for {uri.Host} holds user info, which is sent nowhere.")
            {
                NextStep = NextStep.PassCredential,
            };
        }

        if (!uri.IsAbsoluteUri || uri.Scheme is not ("https" or "http") || uri.Host.Length == 0)
        {
            throw PersonioException.Invalid($"'{uri}' is not a web address. Give one such as https://api.personio.de.");
        }

        if (uri.AbsolutePath != "/" || uri.Query.Length > 0 || uri.Fragment.Length > 0)
        {
            throw PersonioException.Invalid(
                $"The base address '{uri}' holds more than an origin. Give {uri.GetLeftPart(UriPartial.Authority)}: "
                + "the paths of the API begin with /v1 or /v2.");
        }

        return uri.Scheme == "http" && !uri.IsLoopback
            ? throw PersonioException.Invalid(
                $"'{uri}' is not encrypted, and secrets would be readable on the way. Use https; http is only for this "
                + "machine.")
            : new Uri(uri.GetLeftPart(UriPartial.Authority) + "/");
    }

    /// <summary>Checks an app or partner id.</summary>
    /// <exception cref="PersonioException">It is not in UPPER_SNAKE_CASE.</exception>
    public static string? HeaderId(string name, string? value) =>
        value is null || UpperSnakeCase().IsMatch(value)
            ? value
            : throw PersonioException.Invalid(
                $"'{value}' cannot be the {name}: Personio wants UPPER_SNAKE_CASE, for example MY_COMPANY_SYNC.");

    [GeneratedRegex(@"^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*\z")]
    private static partial Regex UpperSnakeCase();
}
