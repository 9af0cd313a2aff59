using Personio.PingOne;

namespace Personio;

/// <summary>The addresses of a PingOne environment: its region, and the origins of the API and of sign-in.</summary>
/// <param name="Region">The region; null if both origins were given without one.</param>
/// <param name="Api">The origin of the API.</param>
/// <param name="Auth">The origin of sign-in.</param>
internal sealed record PingOneOrigins(PingOneRegion? Region, Uri Api, Uri Auth)
{
    /// <summary>
    /// Returns the given origins, or else those of the region, or else those of the region in the environment
    /// variables.
    /// </summary>
    /// <param name="region">The region; null if none was given.</param>
    /// <param name="api">The origin of the API; null if none was given.</param>
    /// <param name="auth">The origin of sign-in; null if none was given.</param>
    /// <param name="domain">The custom domain for sign-in; null if none exists.</param>
    /// <param name="tell">Receives the names of the environment variables used.</param>
    /// <exception cref="PersonioException">
    /// The region is missing or unknown, or the domain is invalid (<c>InvalidRequest</c>).
    /// </exception>
    public static PingOneOrigins Find(PingOneRegion? region, Uri? api, Uri? auth, string? domain, Action<string> tell)
    {
        bool isNeeded = api is null || (auth is null && domain is null);
        PingOneRegion? known = region ?? PingOneEnvironmentSettings.Region(tell, isNeeded);
        return new PingOneOrigins(
            known,
            api ?? known!.ApiBaseUri,
            auth ?? (domain is null ? known!.AuthBaseUri : OfDomain(domain)));
    }

    private static Uri OfDomain(string domain) =>
        Uri.TryCreate(
            domain.Contains("://", StringComparison.Ordinal) ? domain : $"https://{domain}/",
            UriKind.Absolute,
            out Uri? uri)
            ? uri
            : throw PersonioException.Invalid($"'{domain}' is not a domain. Specify one such as login.example.com.");
}
