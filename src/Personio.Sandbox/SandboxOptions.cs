namespace Personio.Sandbox;

/// <summary>
/// The knobs of a sandbox. Those that shape the synthetic company (port, person count, hostile data, seed, today,
/// attendance days, and attendance rows) are read once at the start; all others take effect with the next request.
/// </summary>
public sealed class SandboxOptions
{
    /// <summary>The port to listen on; 0 for a free one.</summary>
    public int Port { get; set; }

    /// <summary>The number of persons in the company.</summary>
    public int PersonCount { get; set; } = 120;

    /// <summary>
    /// Whether the data contains values that careless programs stumble over: formulas, quotes, line breaks, paths,
    /// overlong names.
    /// </summary>
    public bool Hostile { get; set; }

    /// <summary>The seed of everything that looks random: the same seed gives the same company.</summary>
    public int Seed { get; set; } = 1;

    /// <summary>The day around which the data is laid out; null for the current date.</summary>
    public DateOnly? Today { get; set; }

    /// <summary>How many past days have attendance.</summary>
    public int AttendanceDays { get; set; } = 35;

    /// <summary>
    /// How many attendance rows each person has per working day, alternating between work and breaks; 0 for numbers
    /// that vary from person to person, as in real tenants.
    /// </summary>
    public int AttendanceRows { get; set; }

    /// <summary>The minimum duration of every response.</summary>
    public TimeSpan Latency { get; set; }

    /// <summary>
    /// The delay that each further page of a list adds; deep pages are slow in the real service, too.
    /// </summary>
    public TimeSpan DeepPageDelay { get; set; }

    /// <summary>The maximum that <see cref="DeepPageDelay"/> adds up to.</summary>
    public TimeSpan DeepPageMaximum { get; set; } = TimeSpan.FromMilliseconds(600);

    /// <summary>Whether requests over the rate limit are rejected with 429.</summary>
    public bool RateLimits { get; set; }

    /// <summary>
    /// Whether reads of employments share the rate limit of persons; the behavior of the real service is unknown.
    /// </summary>
    public bool SharedPersonsRate { get; set; }

    /// <summary>Whether a 429 has a Retry-After header; the real service sends none.</summary>
    public bool RetryAfter { get; set; }

    /// <summary>How long an access token is valid.</summary>
    public TimeSpan TokenLifetime { get; set; } = TimeSpan.FromHours(24);

    /// <summary>
    /// Whether endpoints that were once beta are hidden from requests without the header `Beta: true`, to rehearse a
    /// future beta. Personio has removed the requirement everywhere.
    /// </summary>
    public bool StrictBeta { get; set; }

    /// <summary>
    /// How many requests for compensations without `person.id` may be in progress concurrently; further requests get a
    /// 429 with `Retry-After: 30`. 0 means no limit.
    /// </summary>
    public int UnfilteredCompensations { get; set; } = 2;

    /// <summary>
    /// How many rows a listing of compensations may have in total before it fails with a 422, as Personio stops
    /// listings that take too long; 0 means no limit.
    /// </summary>
    public int CompensationRows { get; set; }

    /// <summary>Whether compensations are out of service: every read returns a 503 with `Retry-After: 30`.</summary>
    public bool CompensationsDown { get; set; }

    /// <summary>Whether compensations can be created; if not, a credential with both scopes still gets a 403.</summary>
    public bool CompensationWrites { get; set; } = true;

    /// <summary>Whether the instants that filter persons and employments are accepted as dates only.</summary>
    public bool DatesOnly { get; set; }

    /// <summary>Whether the last page of a recruiting list links to an empty page, which links to itself.</summary>
    public bool EmptyLastPage { get; set; }

    /// <summary>
    /// Whether a deletion of project members without IDs is rejected; otherwise it removes all of them.
    /// </summary>
    public bool MemberIdsRequired { get; set; }

    /// <summary>Whether changes of attendance are rejected because the daily update limit is reached.</summary>
    public bool AttendanceUpdateLimit { get; set; }

    /// <summary>Whether confirmed attendance can no longer be changed or removed.</summary>
    public bool ConfirmedAttendanceLocked { get; set; }

    /// <summary>Whether a change of an employment must include status, start date, and type.</summary>
    public bool StrictEmploymentPatch { get; set; }

    /// <summary>
    /// The scopes of the credential, separated by spaces; null for every scope. A change invalidates its tokens.
    /// </summary>
    public string? Scopes { get; set; }

    /// <summary>Whether custom attributes of persons carry their label.</summary>
    public bool AttributeLabels { get; set; } = true;

    /// <summary>Whether attendance pages link to each other with relative URLs, as they did until 2025.</summary>
    public bool RelativeLinks { get; set; }

    /// <summary>Whether `_meta.links.next` is a plain string instead of an object with an `href`.</summary>
    public bool StringNextLinks { get; set; }

    /// <summary>
    /// Whether an end that specifies a half carries the date of the last day itself. False, as in real companies: the
    /// end is the midnight after the last day, even if it specifies a half.
    /// </summary>
    public bool InclusiveAbsenceEnds { get; set; }

    /// <summary>
    /// Whether each date filter of absences compares only its own field, so that some filters miss open-ended absences.
    /// </summary>
    public bool PlainDateFilters { get; set; }

    /// <summary>Whether removing an approved absence requires approval and keeps it until then.</summary>
    public bool DeletionApproval { get; set; }

    /// <summary>Whether changes of an absence ignore its comment.</summary>
    public bool IgnoreAbsenceComments { get; set; }

    /// <summary>The status that rejects a change of the leave managed by HR.</summary>
    public int LeaveStatus { get; set; } = 422;

    /// <summary>Whether the company has the legal entities feature; otherwise reading one returns 412.</summary>
    public bool LegalEntities { get; set; } = true;

    /// <summary>How many milliseconds after a webhook call the list of calls shows it.</summary>
    public int WebhookLag { get; set; }

    /// <summary>The settings of the PingOne directory that accompanies the tenant.</summary>
    public PingOneOptions PingOne { get; } = new();

    /// <summary>
    /// The bearer token that requests to the control API must present. Null, as for a sandbox in one's own process,
    /// disables the control API. Not a knob, because other users can read the command line of a program.
    /// </summary>
    internal string? ControlSecret { get; init; }

    /// <summary>The clock; tests bring their own.</summary>
    internal TimeProvider Clock { get; set; } = TimeProvider.System;
}
