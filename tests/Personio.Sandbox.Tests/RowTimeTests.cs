using System.Globalization;
using System.Text.Json;
using Personio.Sandbox.Api;
using Personio.Sandbox.Tenant;

namespace Personio.Sandbox.Tests;

/// <summary>Past events have times in the past, at every time of every day.</summary>
public sealed class RowTimeTests
{
    // Members with past times, in addition to all that end in _at.
    private static readonly string[] s_past =
    [
        "application_date", "birthday", "/documents date", "timestamp", "last_modified", "valid_from",
        "/v2/attendance-periods start date_time", "/v2/attendance-periods end date_time",
        "/v1/company/attendances attributes date",
    ];

    // Balances, pictures and files have no times; the feed is XML and repeats those of the jobs.
    private static readonly string[] s_timeless =
    [
        "/xml", "/v1/company/employees/{id}/absences/balance", "/v1/company/employees/{id}/profile-picture",
        "/v1/company/employees/{id}/profile-picture/{width}", "/v2/document-management/documents/{id}/download",
    ];

    [Theory]
    [InlineData("2026-06-16T22:00:30Z", "2026-06-17", 1)]
    [InlineData("2026-12-31T23:00:30Z", "2027-01-01", 2)]
    [InlineData("2026-03-28T23:00:30Z", "2026-03-29", 3)]
    [InlineData("2026-10-26T05:59:30Z", "2026-10-26", 4)]
    [InlineData("2028-02-29T21:30:00Z", "2028-02-29", 5)]
    public async Task No_past_event_of_the_tenant_is_in_the_future(string now, string today, int seed)
    {
        var clock = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(
            DateTimeOffset.Parse(now, CultureInfo.InvariantCulture));
        using SandboxClient visitor = await SandboxClient.LoginAsync(options =>
        {
            options.Clock = clock;
            options.Today = null;
            options.Seed = seed;
            options.PersonCount = 240;
            options.AttendanceDays = 4;
        });
        Assert.Equal(today, visitor.Tenant.Today.ToString("O", CultureInfo.InvariantCulture));

        Crawl crawl = await CrawlAsync(visitor);

        string[] wrong = [.. crawl.Rows
            .SelectMany(row => InFuture(row.Template, row.Json, visitor.Tenant.Today, clock.GetUtcNow())).Distinct()];
        Assert.True(wrong.Length == 0, $"In the future: {string.Join(", ", wrong)}");
        Assert.True(s_timeless.ToHashSet().SetEquals(crawl.Unread), $"Not read: {string.Join(", ", crawl.Unread)}");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Pay_begins_within_the_employment_and_leavers_have_left(int seed)
    {
        using SandboxClient visitor = SandboxClient.Anonymous(options =>
        {
            options.Seed = seed;
            options.PersonCount = 240;
        });
        SandboxTenant tenant = visitor.Tenant;
        Dictionary<string, EmploymentRow> current = tenant.People.Persons.Rows.ToDictionary(
            person => person.Id, person => person.Employments[0]);

        Assert.All(tenant.Records.Compensations.Rows, pay => Assert.InRange(
            pay.From, current[pay.PersonId].Start, current[pay.PersonId].End ?? DateOnly.MaxValue));
        Assert.All(
            tenant.People.Persons.Rows.SelectMany(person => person.Employments).Where(row => row.Status == "INACTIVE"),
            row => Assert.InRange(row.End!.Value, row.Start, tenant.Today.AddDays(-1)));
    }

    private static IEnumerable<string> InFuture(string place, JsonElement value, DateOnly today, DateTimeOffset now)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                return value.EnumerateObject()
                    .SelectMany(member => InFuture($"{place} {member.Name}", member.Value, today, now));
            case JsonValueKind.Array:
                return value.EnumerateArray().SelectMany(item => InFuture(place, item, today, now));
            case JsonValueKind.String:
                return IsInFuture(place, value.GetString()!, today, now) ? [place] : [];
            default:
                return [];
        }
    }

    private static bool IsInFuture(string place, string text, DateOnly today, DateTimeOffset now)
    {
        bool isPast = place.EndsWith("_at", StringComparison.Ordinal)
            || s_past.Any(name => place.EndsWith(name, StringComparison.Ordinal));
        if (isPast && DateOnly.TryParseExact(text, "yyyy-MM-dd", out DateOnly day))
        {
            return day > today;
        }

        // Without a time zone, it is the company's local time.
        return isPast
            && DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out DateTime time)
            && (time.Kind == DateTimeKind.Unspecified
                ? time > TenantCalendar.Local(now)
                : time.ToUniversalTime() > now.UtcDateTime);
    }

    /// <summary>Reads every list, and nested lists for the first rows of their parent list.</summary>
    private static async Task<Crawl> CrawlAsync(SandboxClient visitor)
    {
        var crawl = new Crawl([], []);
        var ids = new Dictionary<string, List<string>>(StringComparer.Ordinal);

        // A single row contains nothing that its list does not contain.
        IEnumerable<string> lists = RouteTable.All
            .Where(
                route => route.Method == "GET"
                    && (!route.Template.EndsWith('}') || s_timeless.Contains(route.Template)))
            .Select(route => route.Template)
            .OrderBy(template => template.Count(c => c == '{'));
        foreach (string template in lists)
        {
            int before = crawl.Rows.Count;
            foreach (string path in Paths(template, visitor.Tenant, ids))
            {
                await ReadAsync(visitor, template, path, crawl, ids);
            }

            if (crawl.Rows.Count == before)
            {
                crawl.Unread.Add(template);
            }
        }

        return crawl;
    }

    private static IEnumerable<string> Paths(
        string template, SandboxTenant tenant, Dictionary<string, List<string>> ids)
    {
        if (template.Split("/{") is [string above, string below, ..])
        {
            return ids.GetValueOrDefault(above, []).Take(60)
                .Select(id => $"{above}/{id}{below[(below.IndexOf('}', StringComparison.Ordinal) + 1)..]}");
        }

        return template switch
        {
            "/v2/document-management/documents" => tenant.PersonIds.Select(id => $"{template}?owner_id={id}"),
            "/v2/org-units" => [$"{template}?type=department", $"{template}?type=team"],
            "/v1/company/attendances" =>
            [
                $"{template}?start_date={tenant.Today.AddDays(-9):O}&end_date={tenant.Today:O}"
            ],
            _ => [template],
        };
    }

    private static async Task ReadAsync(
        SandboxClient visitor, string template, string path, Crawl crawl, Dictionary<string, List<string>> ids)
    {
        for (string? next = path.TrimStart('/'); next is not null;)
        {
            Reply reply = await visitor.GetAsync(next);
            if (reply.Status != 200 || reply.ContentType?.EndsWith("json", StringComparison.Ordinal) != true)
            {
                return;
            }

            JsonElement page = reply.Json;
            next = page.TryGetProperty("_meta", out JsonElement meta) && meta.TryGetProperty("links", out _)
                ? reply.Next
                : null;
            JsonElement rows =
                page.TryGetProperty("_data", out JsonElement found) || page.TryGetProperty("data", out found)
                    ? found
                    : page;
            JsonElement[] all = rows.ValueKind == JsonValueKind.Array ? [.. rows.EnumerateArray()] : [rows];
            foreach (JsonElement row in all)
            {
                crawl.Rows.Add((template, row));
                if (row.ValueKind == JsonValueKind.Object && row.TryGetProperty("id", out JsonElement id))
                {
                    (ids.TryGetValue(template, out List<string>? known) ? known : ids[template] = [])
                        .Add(id.ToString());
                }
            }
        }
    }

    private sealed record Crawl(List<(string Template, JsonElement Json)> Rows, List<string> Unread);
}
