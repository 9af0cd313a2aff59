namespace Personio.Sandbox;

/// <summary>
/// The knobs of a sandbox. Those that shape the synthetic company (port, person count, seed, today, attendance days and
/// rows) are read once at the start; all others take effect with the next request.
/// </summary>
public sealed class SandboxOptions
{
    /// <summary>The port to listen on; 0 takes a free one.</summary>
    public int Port { get; set; }

    /// <summary>How many persons the company has.</summary>
    public int PersonCount { get; set; } = 120;

    /// <summary>The seed of everything that looks random: the same seed gives the same company.</summary>
    public int Seed { get; set; } = 1;

    /// <summary>The day around which the data is laid out; null is the real today.</summary>
    public DateOnly? Today { get; set; }

    /// <summary>How many days back attendance was tracked.</summary>
    public int AttendanceDays { get; set; } = 35;

    /// <summary>
    /// How many rows of attendance everybody has on each working day, work and breaks by turns; 0 is as different from
    /// person to person as in real tenants.
    /// </summary>
    public int AttendanceRows { get; set; }

    /// <summary>How long every answer takes at least.</summary>
    public TimeSpan Latency { get; set; }

    /// <summary>What each further page of a list costs on top; deep pages are slow in the real service, too.</summary>
    public TimeSpan DeepPageDelay { get; set; }

    /// <summary>The most that <see cref="DeepPageDelay"/> adds up to.</summary>
    public TimeSpan DeepPageMaximum { get; set; } = TimeSpan.FromMilliseconds(600);

    /// <summary>Whether requests beyond the rate are refused with 429.</summary>
    public bool RateLimits { get; set; }

    /// <summary>
    /// Whether reading employments takes from the bucket of the persons; nobody knows what the real service does.
    /// </summary>
    public bool SharedPersonsRate { get; set; }

    /// <summary>Whether a 429 says in a Retry-After header how long to wait; the real service does not.</summary>
    public bool RetryAfter { get; set; }

    /// <summary>How long an access token is valid.</summary>
    public TimeSpan TokenLifetime { get; set; } = TimeSpan.FromHours(24);

    /// <summary>Whether beta endpoints are hidden from requests without the header `Beta: true`.</summary>
    public bool StrictBeta { get; set; } = true;

    /// <summary>Whether a change of an employment must name status, start date and type.</summary>
    public bool StrictEmploymentPatch { get; set; }

    /// <summary>The scopes of the credential, separated by spaces; null is every scope there is.</summary>
    public string? Scopes { get; set; }

    /// <summary>Whether custom attributes of persons carry their label.</summary>
    public bool AttributeLabels { get; set; } = true;

    /// <summary>Whether attendance pages link to each other by relative addresses, as they did until 2025.</summary>
    public bool RelativeLinks { get; set; }

    /// <summary>Whether `_meta.links.next` is a plain string instead of an object with an `href`.</summary>
    public bool StringNextLinks { get; set; }

    /// <summary>Whether the company has the legal entities feature; without it reading one gives 412.</summary>
    public bool LegalEntities { get; set; } = true;

    /// <summary>The settings of the PingOne directory beside the tenant.</summary>
    public PingOneOptions PingOne { get; } = new();

    /// <summary>Where the time comes from; tests bring their own.</summary>
    internal TimeProvider Clock { get; set; } = TimeProvider.System;
}
