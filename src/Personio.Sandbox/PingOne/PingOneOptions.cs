namespace Personio.Sandbox;

/// <summary>
/// The settings of a simulated PingOne environment. Those that shape the directory (ports, hostile data, environment
/// type) are read once at the start; all others take effect with the next request.
/// </summary>
public sealed class PingOneOptions
{
    /// <summary>Whether the sandbox program also serves a PingOne directory.</summary>
    public bool IsServed { get; set; }

    /// <summary>The port of the API host; 0 for a free one.</summary>
    public int ApiPort { get; set; }

    /// <summary>The port of the authentication host; 0 for a free one.</summary>
    public int AuthPort { get; set; }

    /// <summary>Whether the directory also contains accounts that break careless programs.</summary>
    public bool Hostile { get; set; }

    /// <summary>The name of the environment.</summary>
    public string EnvironmentName { get; set; } = "Workforce";

    /// <summary>PRODUCTION or SANDBOX.</summary>
    public string EnvironmentType { get; set; } = "SANDBOX";

    /// <summary>Whether the worker app belongs to another environment than the managed one.</summary>
    public bool SeparateAuthEnvironment { get; set; }

    /// <summary>The token endpoint authentication method of the worker app: <c>post</c> or <c>basic</c>.</summary>
    public string ClientAuthentication { get; set; } = "post";

    /// <summary>Whether the worker app is enabled.</summary>
    public bool AppEnabled { get; set; } = true;

    /// <summary>Whether the authentication host uses a custom domain, without the environment ID in the path.</summary>
    public bool CustomDomain { get; set; }

    /// <summary>
    /// The roles of the worker app, separated by semicolons; <c>Identity Data Admin@Staff</c> limits a role to a
    /// population. An empty text means no roles.
    /// </summary>
    public string Roles { get; set; } = "Identity Data Admin";

    /// <summary>How long an access token is valid.</summary>
    public TimeSpan TokenLifetime { get; set; } = TimeSpan.FromHours(1);

    /// <summary>The minimum duration of every response.</summary>
    public TimeSpan Latency { get; set; }

    /// <summary>The maximum number of rows on a page, regardless of the requested limit.</summary>
    public int PageCap { get; set; } = 200;

    /// <summary>How many requests per second are accepted; the rest get 429. 0 for no limit.</summary>
    public int RatePerSecond { get; set; }

    /// <summary>Whether a 429 states in a Retry-After header how many seconds to wait.</summary>
    public bool RetryAfter { get; set; } = true;

    /// <summary>How long lists, filters, and counts lag behind writes; reads by ID never lag.</summary>
    public TimeSpan ListLag { get; set; }

    /// <summary>Whether a user must have an email address.</summary>
    public bool EmailRequired { get; set; }

    /// <summary>Whether email addresses must be unique across users.</summary>
    public bool EmailUnique { get; set; }

    /// <summary>
    /// Whether <c>enabled</c> in the body that creates a user is honored; otherwise every new user is enabled.
    /// </summary>
    public bool EnabledInPost { get; set; } = true;

    /// <summary>
    /// Whether a user without a population goes to the default one; otherwise the population is required.
    /// </summary>
    public bool DefaultPopulation { get; set; } = true;

    /// <summary>Whether lists carry <c>count</c> and <c>size</c>.</summary>
    public bool Counts { get; set; } = true;

    /// <summary>Whether responses carry properties and links that no client knows yet.</summary>
    public bool ExtraMembers { get; set; }

    /// <summary>The number of rows after which lists end without an error; 0 for complete lists.</summary>
    public int ListEndsAfter { get; set; }

    /// <summary>
    /// Where incorrect next links lead: <c>loop</c> for the same page, otherwise this origin. Null for correct links.
    /// </summary>
    public string? WrongNextLink { get; set; }

    /// <summary>
    /// Attribute names, separated by commas, that writes accept and then drop like unknown attributes.
    /// </summary>
    public string? DroppedAttributes { get; set; }
}
