using Personio.Rest.Auth;

namespace Personio.Client;

/// <summary>The options of a session.</summary>
public sealed record SessionOptions : ServiceSessionOptions
{
    /// <summary>The origin of Personio's API.</summary>
    public static readonly Uri DefaultBaseUri = new("https://api.personio.de");

    /// <summary>The name of the session.</summary>
    public string Name { get; init; } = "Default";

    /// <summary>The origin of the API: https, or http on this computer; no path.</summary>
    public Uri BaseUri { get; init; } = DefaultBaseUri;

    /// <summary>Identifies the calling app to Personio's support: UPPER_SNAKE_CASE, or null.</summary>
    public string? AppId { get; init; }

    /// <summary>Identifies the calling partner to Personio's support: UPPER_SNAKE_CASE, or null.</summary>
    public string? PartnerId { get; init; }

    /// <summary>The name of the calling program in the User-Agent header.</summary>
    public string Product { get; init; } = "Personio-Client";

    /// <summary>The scopes to request; empty for all that the credential has.</summary>
    public IReadOnlyList<string> Scopes { get; init; } = [];

    internal TransportOptions ToTransportOptions() => Complete(new TransportOptions
    {
        Service = PersonioService.Description,
        SessionName = Name,
        BaseUri = BaseUri,
        Grant = new ClientCredentialsGrant(
            new Uri(BaseUri, Endpoints.CreateToken.Path),
            Credential,
            fields: Scopes.Count == 0 ? null : new Dictionary<string, string> { ["scope"] = string.Join(' ', Scopes) }),
        UserAgent = SessionOptionsValidator.CreateUserAgent(Product),
        Headers =
        [
            .. Header("X-Personio-App-ID", AppId),
            .. Header("X-Personio-Partner-ID", PartnerId),
        ],
    });

    private static IEnumerable<KeyValuePair<string, string>> Header(string name, string? value) =>
        value is null ? [] : [new(name, value)];
}
