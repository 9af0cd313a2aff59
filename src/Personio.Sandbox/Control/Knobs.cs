using System.Globalization;

namespace Personio.Sandbox;

/// <summary>All knobs. The command line and the control API share this table.</summary>
internal static class Knobs
{
    public static IReadOnlyList<Knob> All { get; } =
    [
        Number("port", "--port", "port to listen on, 0 for a free one", 0, 65535,
            o => o.Port, (o, v) => o.Port = v) with { IsLive = false },
        Number("personCount", "--persons", "how many persons the company has", 0, 1_000_000,
            o => o.PersonCount, (o, v) => o.PersonCount = v) with { IsLive = false },
        Number("seed", "--seed", "another seed, another company", int.MinValue, int.MaxValue,
            o => o.Seed, (o, v) => o.Seed = v) with { IsLive = false },
        new Knob("today", "--today", "yyyy-MM-dd", "the day the data is laid out around",
            o => o.Today?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), TrySetToday) { IsLive = false },
        Number("attendanceDays", "--attendance-days", "how many days back attendance was tracked", 0, 3650,
            o => o.AttendanceDays, (o, v) => o.AttendanceDays = v) with { IsLive = false },
        Number("attendanceRows", "--attendance-rows", "rows each working day of everybody has, 0 for a mixture", 0, 16,
            o => o.AttendanceRows, (o, v) => o.AttendanceRows = v) with { IsLive = false },
        Flag("hostile", "--hostile", "data that careless programs stumble over",
            o => o.Hostile, (o, v) => o.Hostile = v) with { IsLive = false },
        Time("latency", "--latency", "milliseconds every answer takes at least", 1,
            o => o.Latency, (o, v) => o.Latency = v),
        Time("deepPageDelay", "--deep-page-delay", "milliseconds every further page of a list takes on top", 1,
            o => o.DeepPageDelay, (o, v) => o.DeepPageDelay = v),
        Time("deepPageMaximum", "--deep-page-maximum", "most milliseconds that adds up to", 1,
            o => o.DeepPageMaximum, (o, v) => o.DeepPageMaximum = v),
        Flag("rateLimits", "--rate-limits", "refuse what is beyond the rate with 429",
            o => o.RateLimits, (o, v) => o.RateLimits = v),
        Flag("sharedPersonsRate", "--shared-persons-rate", "employments take from the bucket of the persons",
            o => o.SharedPersonsRate, (o, v) => o.SharedPersonsRate = v),
        Flag("retryAfter", "--retry-after", "say in a 429 how long to wait",
            o => o.RetryAfter, (o, v) => o.RetryAfter = v),
        Time("tokenLifetime", "--token-lifetime", "seconds an access token is valid", 1000,
            o => o.TokenLifetime, (o, v) => o.TokenLifetime = v),
        Switch("strictBeta", "--strict-beta", "hide beta endpoints from requests without 'Beta: true'",
            o => o.StrictBeta, (o, v) => o.StrictBeta = v),
        Flag("strictEmploymentPatch", "--strict-employment-patch",
            "changes of employments must name status, start and type",
            o => o.StrictEmploymentPatch, (o, v) => o.StrictEmploymentPatch = v),
        Number("unfilteredCompensations", "--unfiltered-compensations",
            "compensation requests without person.id at once, 0 for any", 0, 1000,
            o => o.UnfilteredCompensations, (o, v) => o.UnfilteredCompensations = v),
        Number("compensationRows", "--compensation-rows", "most rows of a listing of compensations, 0 for any", 0,
            int.MaxValue, o => o.CompensationRows, (o, v) => o.CompensationRows = v),
        Flag("compensationsDown", "--compensations-down", "reading compensations gives 503",
            o => o.CompensationsDown, (o, v) => o.CompensationsDown = v),
        Switch("compensationWrites", "--compensation-writes", "compensations can be created",
            o => o.CompensationWrites, (o, v) => o.CompensationWrites = v),
        Flag("datesOnly", "--dates-only", "filters of persons and employments take dates without a time",
            o => o.DatesOnly, (o, v) => o.DatesOnly = v),
        Flag("emptyLastPage", "--empty-last-page", "recruiting lists end with an empty page that links to itself",
            o => o.EmptyLastPage, (o, v) => o.EmptyLastPage = v),
        Flag("memberIdsRequired", "--member-ids-required", "project members are not removed without ids",
            o => o.MemberIdsRequired, (o, v) => o.MemberIdsRequired = v),
        Flag("attendanceUpdateLimit", "--attendance-update-limit", "attendance was changed too often for today",
            o => o.AttendanceUpdateLimit, (o, v) => o.AttendanceUpdateLimit = v),
        Flag("confirmedAttendanceLocked", "--confirmed-attendance-locked", "confirmed attendance cannot be changed",
            o => o.ConfirmedAttendanceLocked, (o, v) => o.ConfirmedAttendanceLocked = v),
        new Knob("scopes", "--scopes", "\"a b\"", "the scopes of the credential, all without this",
            o => o.Scopes, (o, v) => Set(() => o.Scopes = v == "null" ? null : v)),
        Switch("attributeLabels", "--attribute-labels", "custom attributes carry their label",
            o => o.AttributeLabels, (o, v) => o.AttributeLabels = v),
        Flag("relativeLinks", "--relative-links", "attendance pages link by relative addresses",
            o => o.RelativeLinks, (o, v) => o.RelativeLinks = v),
        Flag("stringNextLinks", "--string-next-links", "next links are plain strings",
            o => o.StringNextLinks, (o, v) => o.StringNextLinks = v),
        Flag("inclusiveAbsenceEnds", "--inclusive-absence-ends",
            "absences end with the date of their last day, not with the midnight after it",
            o => o.InclusiveAbsenceEnds, (o, v) => o.InclusiveAbsenceEnds = v),
        Flag("plainDateFilters", "--plain-date-filters",
            "date filters of absences compare their own field, and open ends drop out",
            o => o.PlainDateFilters, (o, v) => o.PlainDateFilters = v),
        Flag("deletionApproval", "--deletion-approval", "removing an approved absence waits for approval",
            o => o.DeletionApproval, (o, v) => o.DeletionApproval = v),
        Flag("ignoreAbsenceComments", "--ignore-absence-comments", "changes of absences leave the comment as it is",
            o => o.IgnoreAbsenceComments, (o, v) => o.IgnoreAbsenceComments = v),
        Number("leaveStatus", "--leave-status", "status of the refusal to change a leave that HR manages", 400, 499,
            o => o.LeaveStatus, (o, v) => o.LeaveStatus = v),
        Switch("legalEntities", "--legal-entities", "the company has the legal entities feature",
            o => o.LegalEntities, (o, v) => o.LegalEntities = v),
        Number("webhookLag", "--webhook-lag", "milliseconds until the call of a webhook is listed", 0, 86_400_000,
            o => o.WebhookLag, (o, v) => o.WebhookLag = v),
        .. PingOneKnobs(),
    ];

    private static Knob[] PingOneKnobs() =>
    [
        Flag("pingOne", "--pingone", "serve a PingOne directory of the same company as well",
            o => o.PingOne.IsServed, (o, v) => o.PingOne.IsServed = v) with { IsLive = false },
        Number("pingOneApiPort", "--pingone-api-port", "port of the API host, 0 for a free one", 0, 65535,
            o => o.PingOne.ApiPort, (o, v) => o.PingOne.ApiPort = v) with { IsLive = false },
        Number("pingOneAuthPort", "--pingone-auth-port", "port of the authentication host, 0 for a free one", 0, 65535,
            o => o.PingOne.AuthPort, (o, v) => o.PingOne.AuthPort = v) with { IsLive = false },
        Flag("pingOneHostile", "--pingone-hostile", "accounts that break careless programs",
            o => o.PingOne.Hostile, (o, v) => o.PingOne.Hostile = v) with { IsLive = false },
        Text("pingOneAuth", "--pingone-auth", "post|basic", "how the worker app has to authenticate",
            o => o.PingOne.ClientAuthentication, (o, v) => o.PingOne.ClientAuthentication = v),
        Text("pingOneEnvironmentType", "--pingone-type", "PRODUCTION|SANDBOX", "the type of the environment",
            o => o.PingOne.EnvironmentType, (o, v) => o.PingOne.EnvironmentType = v),
        Text("pingOneRoles", "--pingone-roles", "\"a; b@population\"", "the roles of the worker app",
            o => o.PingOne.Roles, (o, v) => o.PingOne.Roles = v),
        Time("pingOneTokenLifetime", "--pingone-token-lifetime", "seconds a PingOne token is valid", 1000,
            o => o.PingOne.TokenLifetime, (o, v) => o.PingOne.TokenLifetime = v),
        Time("pingOneLatency", "--pingone-latency", "milliseconds every PingOne answer takes at least", 1,
            o => o.PingOne.Latency, (o, v) => o.PingOne.Latency = v),
        Number("pingOnePageCap", "--pingone-page-cap", "the most rows on a page", 1, 1000,
            o => o.PingOne.PageCap, (o, v) => o.PingOne.PageCap = v),
        Number("pingOneRate", "--pingone-rate", "requests per second that are answered, 0 for all", 0, 100_000,
            o => o.PingOne.RatePerSecond, (o, v) => o.PingOne.RatePerSecond = v),
        Time("pingOneListLag", "--pingone-list-lag", "milliseconds that lists lag behind writes", 1,
            o => o.PingOne.ListLag, (o, v) => o.PingOne.ListLag = v),
        Flag("pingOneEmailRequired", "--pingone-email-required", "users must have an email address",
            o => o.PingOne.EmailRequired, (o, v) => o.PingOne.EmailRequired = v),
        Switch("pingOneEnabledInPost", "--pingone-enabled-in-post", "new users can be created disabled",
            o => o.PingOne.EnabledInPost, (o, v) => o.PingOne.EnabledInPost = v),
        Switch("pingOneDefaultPopulation", "--pingone-default-population",
            "users without a population go to the default one",
            o => o.PingOne.DefaultPopulation, (o, v) => o.PingOne.DefaultPopulation = v),
        Flag("pingOneExtraMembers", "--pingone-extra-members", "answers carry properties nobody knows yet",
            o => o.PingOne.ExtraMembers, (o, v) => o.PingOne.ExtraMembers = v),
    ];

    private static Knob Text(
        string name, string @switch, string value, string help,
        Func<SandboxOptions, string> get, Action<SandboxOptions, string> set) =>
        new(name, @switch, value, help, get, (o, text) => Set(() => set(o, text)));

    private static Knob Number(
        string name, string @switch, string help, int minimum, int maximum,
        Func<SandboxOptions, int> get, Action<SandboxOptions, int> set) =>
        new(name, @switch, "n", help, o => get(o), (o, text) =>
            int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value)
            && value >= minimum && value <= maximum && Set(() => set(o, value)));

    private static Knob Time(
        string name, string @switch, string help, int unit,
        Func<SandboxOptions, TimeSpan> get, Action<SandboxOptions, TimeSpan> set) =>
        new(name, @switch, unit == 1 ? "ms" : "s", help, o => (long)get(o).TotalMilliseconds / unit, (o, text) =>
            int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int value)
            && Set(() => set(o, TimeSpan.FromMilliseconds((double)value * unit))));

    private static Knob Flag(
        string name, string @switch, string help, Func<SandboxOptions, bool> get, Action<SandboxOptions, bool> set) =>
        Switch(name, @switch, help, get, set) with { Value = "" };

    /// <summary>A setting that is on by default, so its switch takes a value.</summary>
    private static Knob Switch(
        string name, string @switch, string help, Func<SandboxOptions, bool> get, Action<SandboxOptions, bool> set) =>
        new(name, @switch, "true|false", help, o => get(o), (o, text) =>
            bool.TryParse(text, out bool value) && Set(() => set(o, value)));

    private static bool TrySetToday(SandboxOptions options, string text) =>
        DateOnly.TryParseExact(
            text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day)
        && Set(() => options.Today = day);

    private static bool Set(Action set)
    {
        set();
        return true;
    }
}
