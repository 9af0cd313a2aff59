using System.Text.Json;

namespace Personio.Sandbox.Tests;

public sealed class WebhookEventTests
{
    [Theory]
    [InlineData("events", "occurred_at")]
    [InlineData("activity", "completed_at")]
    public async Task The_past_goes_back_thirty_days_and_no_further(string list, string time)
    {
        using SandboxClient visitor = await LoginAsync();

        IReadOnlyList<Reply> pages = await visitor.PagesAsync($"{Path(visitor)}/{list}?limit=9");
        string[] times = [.. pages.SelectMany(page => page.Data).Select(row => row.GetProperty(time).GetString()!)];

        Assert.True(pages.Count > 2);
        Assert.InRange(times.Length, 29, 31);
        Assert.All(times, one => Assert.True(string.CompareOrdinal(one, "2026-05-18T08:00:00Z") >= 0));
    }

    [Fact]
    public async Task Filters_by_name_time_and_success_are_combined_with_AND()
    {
        using SandboxClient visitor = await LoginAsync();
        const string Window = "gte=2026-06-01T00:00:00Z&{0}.lte=2026-06-10T23:59:59.000Z";
        string completed = "completed_at." + Window.Replace("{0}", "completed_at", StringComparison.Ordinal);
        string occurred = "occurred_at." + Window.Replace("{0}", "occurred_at", StringComparison.Ordinal);

        Reply events = await visitor.GetAsync($"{Path(visitor)}/events?{occurred}&event_name=person.updated");
        Reply all = await visitor.GetAsync($"{Path(visitor)}/activity?{completed}");
        Reply good = await visitor.GetAsync($"{Path(visitor)}/activity?{completed}&is_delivered=true");
        Reply bad = await visitor.GetAsync($"{Path(visitor, 1)}/activity?{completed}&is_delivered=false");

        Assert.Equal(5, events.Data.Count);
        Assert.All(events.Data, row => Assert.Equal("person.updated", row.GetProperty("event_name").GetString()));
        Assert.Equal((10, 10, 10), (all.Data.Count, good.Data.Count, bad.Data.Count));
        Assert.All(bad.Data, row => Assert.Equal(JsonValueKind.Null, row.GetProperty("response_status").ValueKind));
    }

    [Theory]
    [InlineData("events?limit=201")]
    [InlineData("events?event_name=person.born")]
    [InlineData("events?occurred_at.gte=2026-06-01")]
    [InlineData("events?occurred_at.gt=2026-06-01T00:00:00Z")]
    [InlineData("events?is_delivered=true")]
    [InlineData("activity?is_delivered=yes")]
    [InlineData("activity?occurred_at.gte=2026-06-01T00:00:00Z")]
    [InlineData("activity?cursor=x")]
    public async Task A_bad_query_is_refused(string query)
    {
        using SandboxClient visitor = await LoginAsync();

        Reply reply = await visitor.GetAsync($"{Path(visitor)}/{query}");

        Assert.Equal(400, reply.Status);
    }

    [Fact]
    public async Task Changes_raise_events_that_carry_ids_only()
    {
        using SandboxClient visitor = await LoginAsync();
        await visitor.PatchAsync("v2/persons/4100", """{"last_name":"Neu"}""");
        await visitor.DeleteAsync("v2/persons/4101");

        Reply first = await visitor.GetAsync($"{Path(visitor)}/events?occurred_at.gte=2026-06-17T00:00:00Z");
        Reply second = await visitor.GetAsync($"{Path(visitor, 1)}/activity?completed_at.gte=2026-06-17T00:00:00Z");

        Assert.Equal("person.updated", first.Data.Single().GetProperty("event_name").GetString());
        Assert.Equal("""{"person":{"id":"4100"}}""", first.Data.Single().GetProperty("payload").GetRawText());
        Assert.False(second.Data.Single().GetProperty("is_delivered").GetBoolean());
    }

    [Fact]
    public async Task A_disabled_webhook_gets_no_events()
    {
        using SandboxClient visitor = await LoginAsync();
        await visitor.PatchAsync(Path(visitor), """{"status":"DISABLED"}""");
        await visitor.PatchAsync("v2/persons/4100", """{"last_name":"Neu"}""");

        Reply reply = await visitor.GetAsync($"{Path(visitor)}/events?occurred_at.gte=2026-06-17T00:00:00Z");

        Assert.Empty(reply.Data);
    }

    [Fact]
    public async Task A_ping_needs_no_body_and_is_listed_in_the_activity()
    {
        using SandboxClient visitor = await LoginAsync();

        Reply bare = await visitor.SendAsync(HttpMethod.Post, $"{Path(visitor)}/ping", null);
        Reply empty = await visitor.PostAsync($"{Path(visitor)}/ping", "{}");
        Reply strange = await visitor.PostAsync($"{Path(visitor)}/ping", """{"x":1}""");
        Reply activity = await visitor.GetAsync($"{Path(visitor)}/activity?event_name=ping");

        Assert.Equal([204, 204, 400], [bare.Status, empty.Status, strange.Status]);
        Assert.Equal(2, activity.Data.Count);
        Assert.Equal(2, visitor.Tenant.Ledger.Count);
    }

    [Theory]
    [InlineData("""{"event_name":"person.created"}""", 400)]
    [InlineData("""{"event_name":"person.created","payload":{}}""", 200)]
    [InlineData("""{"event_name":"person.created","payload":{"a":[1,"ü"]}}""", 200)]
    [InlineData("{}", 400)]
    [InlineData("""{"event_name":"document.signed"}""", 400)]
    [InlineData("""{"event_name":"person.created","payload":"text"}""", 400)]
    [InlineData("""{"event_name":"person.created","event_type":"x"}""", 400)]
    public async Task A_test_event_must_be_enabled_on_the_webhook(string body, int status)
    {
        using SandboxClient visitor = await LoginAsync();

        Reply reply = await visitor.PostAsync($"{Path(visitor)}/test-event", body);
        Reply events = await visitor.GetAsync($"{Path(visitor)}/events?occurred_at.gte=2026-06-17T00:00:00Z");

        Assert.Equal(status, reply.Status);
        Assert.Equal(status == 200 ? 1 : 0, events.Data.Count);
        Assert.Equal(status == 200 ? 1 : 0, visitor.Tenant.Ledger.Count);
    }

    [Fact]
    public async Task Events_of_a_window_are_redelivered()
    {
        using SandboxClient visitor = await LoginAsync();
        Reply events = await visitor.GetAsync($"{Path(visitor)}/events?limit=2");
        string first = events.Data[0].GetProperty("occurred_at").GetString()!;
        string last = events.Data[1].GetProperty("occurred_at").GetString()!;

        Reply reply = await visitor.PostAsync(
            $"{Path(visitor)}/redelivery",
            new Dictionary<string, string> { ["occurred_at.gte"] = first, ["occurred_at.lte"] = last });
        Reply again = await visitor.GetAsync($"{Path(visitor)}/activity?completed_at.gte=2026-06-17T00:00:00Z");
        Reply after = await visitor.GetAsync($"{Path(visitor)}/events?limit=2");

        Assert.Equal(204, reply.Status);
        Assert.Equal(events.Ids, again.Data.Select(row => row.GetProperty("event_id").GetString()));
        Assert.Equal(events.Ids, after.Ids);
        Assert.Single(visitor.Tenant.Ledger);
    }

    [Theory]
    [InlineData("{}", 400)]
    [InlineData("""{"event_ids":["x"]}""", 400)]
    [InlineData("""{"occurred_at.gte":"soon"}""", 400)]
    [InlineData("""{"occurred_at":{"gte":"2026-06-01T00:00:00Z"}}""", 400)]
    [InlineData("""{"occurred_at.gte":"2026-06-16T00:00:00Z"}""", 204)]
    [InlineData("""{"occurred_at.lte":"2020-06-16T00:00:00Z"}""", 204)]
    public async Task A_redelivery_must_name_a_window(string body, int status)
    {
        using SandboxClient visitor = await LoginAsync();

        Reply reply = await visitor.PostAsync($"{Path(visitor)}/redelivery", body);

        Assert.Equal(status, reply.Status);
        Assert.Equal(status == 204 ? 1 : 0, visitor.Tenant.Ledger.Count);
    }

    [Fact]
    public async Task A_redelivery_has_at_most_a_hundred_events_and_an_hour_five_hundred()
    {
        using SandboxClient visitor = await LoginAsync();
        async Task<int> SendAsync(int more)
        {
            for (int i = 0; i < more; i++)
            {
                await visitor.PostAsync($"{Path(visitor)}/ping", "{}");
            }

            return (await visitor.PostAsync(
                $"{Path(visitor)}/redelivery", """{"occurred_at.gte":"2026-06-17T00:00:00Z"}""")).Status;
        }

        int[] full =
        [
            await SendAsync(100), await SendAsync(0), await SendAsync(0), await SendAsync(0), await SendAsync(0)
        ];

        Assert.Equal([204, 204, 204, 204, 204], full);
        Assert.Equal(422, await SendAsync(0));
        Assert.Equal(422, await SendAsync(1));
    }

    [Theory]
    [InlineData("personio:webhooks:read", "events")]
    [InlineData("personio:webhooks:read", "activity")]
    public async Task Reading_needs_the_scope(string scope, string list)
    {
        using SandboxClient visitor = await LoginAsync();
        visitor.Server.RevokeScope(scope);
        await visitor.RenewAsync();

        Reply reply = await visitor.GetAsync($"{Path(visitor)}/{list}");

        Assert.Equal(403, reply.Status);
    }

    private static Task<SandboxClient> LoginAsync() =>
        SandboxClient.LoginAsync(options => options.Clock = SandboxClient.Clock());

    private static string Path(SandboxClient visitor, int index = 0) =>
        $"v2/webhooks/{visitor.Tenant.WebhookIds[index]}";
}
