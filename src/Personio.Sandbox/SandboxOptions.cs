namespace Personio.Sandbox;

/// <summary>
/// The knobs of a sandbox. Those that shape the synthetic company (port, person count, hostile data, seed, today, attendance days and
/// rows) are read once at the start; all others take effect with the next request.
/// </summary>
public sealed class SandboxOptions
{
    /// <summary>The port to listen on; 0 takes a free one.</summary>
    public int Port { get; set; }

    /// <summary>How many persons the company has.</summary>
    public int PersonCount { get; set; } = 120;

    /// <summary>
    /// Whether the data holds what careless programs stumble over: formulas, quotes, line breaks, paths, endless names.
    /// </summary>
    public bool Hostile { get; set; }

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

    /// <summary>How long every response takes at least.</summary>
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

    /// <summary>
    /// Whether the endpoints that once were beta are hidden from requests without the header `Beta: true`, to rehearse
    /// a future beta. Personio has lifted it everywhere.
    /// </summary>
    public bool StrictBeta { get; set; }

    /// <summary>
    /// How many requests for compensations without `person.id` may be in progress at once; more get a 429 with
    /// `Retry-After: 30`. 0 means no limit.
    /// </summary>
    public int UnfilteredCompensations { get; set; } = 2;

    /// <summary>
    /// How many rows a listing of compensations may have altogether before it is stopped with a 422, as Personio stops
    /// what takes too long; 0 means no limit.
    /// </summary>
    public int CompensationRows { get; set; }

    /// <summary>Whether compensations are out of service: every read is a 503 with `Retry-After: 30`.</summary>
    public bool CompensationsDown { get; set; }

    /// <summary>Whether compensations can be created; if not, a credential with both scopes still gets a 403.</summary>
    public bool CompensationWrites { get; set; } = true;

    /// <summary>Whether the instants by which persons and employments are filtered are taken as dates only.</summary>
    public bool DatesOnly { get; set; }

    /// <summary>Whether the last page of a recruiting list links to an empty page, which links to itself.</summary>
    public bool EmptyLastPage { get; set; }

    /// <summary>Whether a deletion of project members without ids is refused; else it removes all of them.</summary>
    public bool MemberIdsRequired { get; set; }

    /// <summary>Whether changes of attendance are refused because the update limit of the day is reached.</summary>
    public bool AttendanceUpdateLimit { get; set; }

    /// <summary>Whether attendance that is confirmed can no longer be changed or removed.</summary>
    public bool ConfirmedAttendanceLocked { get; set; }

    /// <summary>Whether a change of an employment must name status, start date and type.</summary>
    public bool StrictEmploymentPatch { get; set; }

    /// <summary>The scopes of the credential, separated by spaces; null is every scope there is. A change invalidates its tokens.</summary>
    public string? Scopes { get; set; }

    /// <summary>Whether custom attributes of persons carry their label.</summary>
    public bool AttributeLabels { get; set; } = true;

    /// <summary>Whether attendance pages link to each other by relative addresses, as they did until 2025.</summary>
    public bool RelativeLinks { get; set; }

    /// <summary>Whether `_meta.links.next` is a plain string instead of an object with an `href`.</summary>
    public bool StringNextLinks { get; set; }

    /// <summary>
    /// Whether an end that names a half carries the date of the last day itself. Off, as in real companies: the end is
    /// the midnight after the last day, also with a half named.
    /// </summary>
    public bool InclusiveAbsenceEnds { get; set; }

    /// <summary>Whether each date filter of absences compares its own field, so that open ends drop out of some.</summary>
    public bool PlainDateFilters { get; set; }

    /// <summary>Whether removing an approved absence asks for approval and leaves it there until then.</summary>
    public bool DeletionApproval { get; set; }

    /// <summary>Whether changes of an absence leave its comment as it is.</summary>
    public bool IgnoreAbsenceComments { get; set; }

    /// <summary>The status of the refusal to change the leave that HR manages.</summary>
    public int LeaveStatus { get; set; } = 422;

    /// <summary>Whether the company has the legal entities feature; otherwise reading one gives 412.</summary>
    public bool LegalEntities { get; set; } = true;

    /// <summary>How many milliseconds after a call of a webhook it is in the list of calls.</summary>
    public int WebhookLag { get; set; }

    /// <summary>The settings of the PingOne directory beside the tenant.</summary>
    public PingOneOptions PingOne { get; } = new();

    /// <summary>
    /// What a request to the control API has to show as its bearer token. Null, as in a sandbox of one's own process, is
    /// no control API at all. It is not a knob, because others can read the command line of a program.
    /// </summary>
    internal string? ControlSecret { get; init; }

    /// <summary>Where the time comes from; tests bring their own.</summary>
    internal TimeProvider Clock { get; set; } = TimeProvider.System;
}
