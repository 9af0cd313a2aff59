using System.Globalization;
using System.Text.Json;
using Personio.Sandbox.Api;

namespace Personio.Sandbox.Tests;

/// <summary>What has been written, has happened or was signed lies in the past, at every time of every day.</summary>
public sealed class RowTimeTests
{
    // Lists that do not come without a filter, and what is read of them.
    private static readonly Dictionary<string, string> s_filters = new(StringComparer.Ordinal)
    {
        ["/v2/document-management/documents"] = "owner_id",
    };

    // Days, not moments, and yet of what is over.
    private static readonly string[] s_pastDays = ["application_date", "date", "birthday"];

    // A token has no rows, an attribute of a report no time, a picture and a file no JSON.
    private static readonly string[] s_withoutRows =
    [
        "/v2/document-management/documents/{id}/download", "/v1/company/employees/{id}/profile-picture/{width}",
    ];

    [Theory]
    [InlineData("2026-06-16T22:00:30Z", "2026-06-17")]
    [InlineData("2026-12-31T23:00:30Z", "2027-01-01")]
    [InlineData("2026-03-28T23:00:30Z", "2026-03-29")]
    [InlineData("2026-10-26T05:59:30Z", "2026-10-26")]
    [InlineData("2028-02-29T21:30:00Z", "2028-02-29")]
    public async Task No_row_of_the_tenant_was_written_or_happened_after_now(string now, string today)
    {
        var clock = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(DateTimeOffset.Parse(now, CultureInfo.InvariantCulture));
        using Visitor visitor = await Visitor.LoginAsync(options =>
        {
            options.Clock = clock;
            options.Today = null;
            options.PersonCount = 240;
            options.AttendanceDays = 4;
        });
        Assert.Equal(today, visitor.Tenant.Today.ToString("O", CultureInfo.InvariantCulture));

        Crawl crawl = await CrawlAsync(visitor);

        string[] wrong = [.. crawl.Rows.SelectMany(row => Wrong(row.Template, row.Json, row.Json, visitor.Tenant.Today, clock.GetUtcNow()))];
        Assert.Empty(wrong);
        Assert.Equal(s_withoutRows.Order(), crawl.Unread.Order());
        Assert.True(crawl.Rows.Count > 5000, $"{crawl.Rows.Count} rows");
    }

    private static IEnumerable<string> Wrong(string place, JsonElement row, JsonElement value, DateOnly today, DateTimeOffset now)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                return value.EnumerateObject().SelectMany(member => member.Value.ValueKind == JsonValueKind.String
                    ? IsInFuture(member.Name, member.Value.GetString()!, today, now)
                        ? [$"{place}: {member.Name} {member.Value} of {row}"]
                        : []
                    : Wrong(place, row, member.Value, today, now));
            case JsonValueKind.Array:
                return value.EnumerateArray().SelectMany(item => Wrong(place, row, item, today, now));
            default:
                return [];
        }
    }

    private static bool IsInFuture(string name, string text, DateOnly today, DateTimeOffset now)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", out DateOnly day))
        {
            return (s_pastDays.Contains(name) || name.EndsWith("_at", StringComparison.Ordinal)) && day > today;
        }

        bool isMoment = name.EndsWith("_at", StringComparison.Ordinal) || name is "timestamp" or "last_modified";
        return isMoment && DateTimeOffset.TryParse(
            text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset moment) && moment > now;
    }

    /// <summary>Reads every list that can be read, those below a row for the rows of the list above.</summary>
    private static async Task<Crawl> CrawlAsync(Visitor visitor)
    {
        var crawl = new Crawl([], []);
        var ids = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        IEnumerable<string> templates = RouteTable.All.Where(route => route.Method == "GET").Select(route => route.Template)
            .OrderBy(template => template.Count(c => c == '{')).ThenBy(template => template.Length);
        foreach (string template in templates)
        {
            string parent = template.Contains("/{", StringComparison.Ordinal) ? template[..template.IndexOf("/{", StringComparison.Ordinal)] : "";
            IEnumerable<string> paths = s_filters.TryGetValue(template, out string? filter)
                ? visitor.Tenant.PersonIds.Select(id => $"{template}?{filter}={id}")
                : parent.Length == 0 ? [template]
                : ids.GetValueOrDefault(parent, []).Take(60).Select(id => $"{parent}/{id}{template[(template.IndexOf('}', StringComparison.Ordinal) + 1)..]}");
            int before = crawl.Rows.Count;
            foreach (string path in paths)
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

    private static async Task ReadAsync(
        Visitor visitor, string template, string path, Crawl crawl, Dictionary<string, List<string>> ids)
    {
        for (string? next = path.TrimStart('/'); next is not null;)
        {
            Reply reply = await visitor.GetAsync(next);
            if (reply.Status != 200 || reply.ContentType?.EndsWith("json", StringComparison.Ordinal) != true)
            {
                return;
            }

            JsonElement page = reply.Json;
            next = page.TryGetProperty("_meta", out JsonElement meta) && meta.TryGetProperty("links", out _) ? reply.Next : null;
            JsonElement rows = page.TryGetProperty("_data", out JsonElement found) || page.TryGetProperty("data", out found) ? found : page;
            foreach (JsonElement row in rows.ValueKind == JsonValueKind.Array ? rows.EnumerateArray().ToArray() : [rows])
            {
                crawl.Rows.Add((template, row));
                if (row.ValueKind == JsonValueKind.Object && row.TryGetProperty("id", out JsonElement id))
                {
                    (ids.TryGetValue(template, out List<string>? known) ? known : ids[template] = []).Add(id.ToString());
                }
            }
        }
    }

    private sealed record Crawl(List<(string Template, JsonElement Json)> Rows, List<string> Unread);
}
