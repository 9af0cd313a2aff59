using System.Net.Http.Headers;
using System.Text.RegularExpressions;

namespace Personio.Client;

/// <summary>Validates the options of a session; each error states the rule.</summary>
internal static partial class SessionOptionsValidator
{
    /// <summary>Checks an origin.</summary>
    /// <exception cref="PersonioException">The URI is not an origin, or would send secrets unencrypted.</exception>
    public static Uri CheckOrigin(Uri uri) => OriginRules.Check(uri, SessionOptions.DefaultBaseUri.Host);

    /// <summary>Checks an app or partner id.</summary>
    /// <exception cref="PersonioException">The id is not in UPPER_SNAKE_CASE.</exception>
    public static string? CheckHeaderId(string name, string? value) =>
        value is null || UpperSnakeCase().IsMatch(value)
            ? value
            : throw PersonioException.Invalid(
                $"'{value}' cannot be the {name}: Personio wants UPPER_SNAKE_CASE, for example MY_COMPANY_SYNC.");

    /// <summary>Returns the User-Agent header: the calling program and the version of this assembly.</summary>
    public static ProductInfoHeaderValue CreateUserAgent(string product) =>
        new(product, typeof(SessionOptionsValidator).Assembly.GetName().Version?.ToString(3));

    [GeneratedRegex(@"^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*\z")]
    private static partial Regex UpperSnakeCase();
}
