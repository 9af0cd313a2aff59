namespace Personio.Sandbox;

/// <summary>
/// The settings of a simulated PingOne environment. Those that shape the directory (ports, hostile data, environment
/// type) are read once at the start; all others take effect with the next request.
/// </summary>
public sealed class PingOneOptions
{
    /// <summary>Whether a sandbox program serves a directory beside the tenant.</summary>
    public bool IsServed { get; set; }

    /// <summary>The port of the API host; 0 takes a free one.</summary>
    public int ApiPort { get; set; }

    /// <summary>The port of the authentication host; 0 takes a free one.</summary>
    public int AuthPort { get; set; }

    /// <summary>Whether the directory also holds the accounts that break careless programs.</summary>
    public bool Hostile { get; set; }

    /// <summary>The name of the environment.</summary>
    public string EnvironmentName { get; set; } = "Workforce";

    /// <summary>PRODUCTION or SANDBOX.</summary>
    public string EnvironmentType { get; set; } = "SANDBOX";

    /// <summary>Whether the worker app lives in another environment than the one that is managed.</summary>
    public bool SeparateAuthEnvironment { get; set; }

    /// <summary>The token endpoint authentication method of the worker app: <c>post</c> or <c>basic</c>.</summary>
    public string ClientAuthentication { get; set; } = "post";

    /// <summary>Whether the worker app is switched on.</summary>
    public bool AppEnabled { get; set; } = true;

    /// <summary>Whether the authentication host answers under a custom domain, without the environment id.</summary>
    public bool CustomDomain { get; set; }

    /// <summary>
    /// The roles of the worker app, separated by semicolons; <c>Identity Data Admin@Staff</c> limits one to a
    /// population. An empty text is an app without roles.
    /// </summary>
    public string Roles { get; set; } = "Identity Data Admin";

    /// <summary>How long an access token is valid.</summary>
    public TimeSpan TokenLifetime { get; set; } = TimeSpan.FromHours(1);

    /// <summary>How long every response takes at least.</summary>
    public TimeSpan Latency { get; set; }

    /// <summary>The most rows on a page, whatever was asked for.</summary>
    public int PageCap { get; set; } = 200;

    /// <summary>Requests per second that are answered; the rest get 429. 0 answers all.</summary>
    public int RatePerSecond { get; set; }

    /// <summary>Whether a 429 says in a Retry-After header how many seconds to wait.</summary>
    public bool RetryAfter { get; set; } = true;

    /// <summary>How long lists, filters and counts lag behind writes; reading by id never lags.</summary>
    public TimeSpan ListLag { get; set; }

    /// <summary>Whether a user must have an e-mail address.</summary>
    public bool EmailRequired { get; set; }

    /// <summary>Whether no two users may share an e-mail address.</summary>
    public bool EmailUnique { get; set; }

    /// <summary>Whether <c>enabled</c> in the body that creates a user is honored; else every new user is enabled.</summary>
    public bool EnabledInPost { get; set; } = true;

    /// <summary>Whether a user without a population goes to the default one; else the population is required.</summary>
    public bool DefaultPopulation { get; set; } = true;

    /// <summary>Whether lists carry <c>count</c> and <c>size</c>.</summary>
    public bool Counts { get; set; } = true;

    /// <summary>Whether responses carry properties and links that no client knows yet.</summary>
    public bool ExtraMembers { get; set; }

    /// <summary>Lists end without an error after this many rows; 0 lets them be complete.</summary>
    public int ListEndsAfter { get; set; }

    /// <summary>Where next links lead instead: <c>loop</c> to the same page, else to this origin. Null is right.</summary>
    public string? WrongNextLink { get; set; }

    /// <summary>Attribute names, separated by commas, that writes accept and then drop, as an unknown attribute is.</summary>
    public string? DroppedAttributes { get; set; }
}
