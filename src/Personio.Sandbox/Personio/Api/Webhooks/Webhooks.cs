using System.Globalization;
using System.Text.Json;
using Personio.Sandbox.Http;
using Personio.Sandbox.Json;
using Personio.Sandbox.Tenant;

namespace Personio.Sandbox.Api;

/// <summary>Webhooks, their deliveries, test events, and redelivery.</summary>
internal static class Webhooks
{
    private const string Root = "/v2/webhooks";
    private const int MaxEventsPerRequest = 100;
    private const int MaxEventsPerHour = 500;
    private static readonly TimeSpan s_retention = TimeSpan.FromDays(30);

    private static readonly ListRules s_webhooks = new(100, 200, "enabled_events", "status");

    private static readonly ListRules s_events = new(100, 200, "occurred_at.gte", "occurred_at.lte", "event_name");

    private static readonly ListRules s_activity = new(
        100, 200, "completed_at.gte", "completed_at.lte", "event_name", "is_delivered");

    public static Route[] Routes { get; } =
    [
        Route.Get(Root, Scopes.WebhooksRead, List),
        Route.Post(Root, Scopes.WebhooksWrite, WebhookWrites.Create),
        Route.Get($"{Root}/{{id}}", Scopes.WebhooksRead, Get),
        Route.Patch($"{Root}/{{id}}", Scopes.WebhooksWrite, WebhookWrites.Change),
        Route.Delete($"{Root}/{{id}}", Scopes.WebhooksWrite, WebhookWrites.Remove),
        Route.Get($"{Root}/{{id}}/events", Scopes.WebhooksRead, ListEvents),
        Route.Get($"{Root}/{{id}}/activity", Scopes.WebhooksRead, ListActivity),
        Route.Post($"{Root}/{{id}}/ping", Scopes.WebhooksWrite, Ping),
        Route.Post($"{Root}/{{id}}/test-event", Scopes.WebhooksWrite, Test),
        Route.Post($"{Root}/{{id}}/redelivery", Scopes.WebhooksWrite, Redeliver),
    ];

    private static HttpResponse List(ApiCall call)
    {
        ListRequest request = ListRequest.Read(call, s_webhooks);
        var tests = new List<Func<WebhookRow, bool>>();
        Filter.Equal(tests, request.OneOf("status", "ENABLED", "DISABLED"), row => row.Status);
        if (request.OneOf("enabled_events", [.. WebhookEvents.All]) is { } name)
        {
            tests.Add(row => row.Enabled.Contains(name));
        }

        return Page.Create(request, call.Tenant.Webhooks.Rows, tests);
    }

    private static HttpResponse Get(ApiCall call)
    {
        call.QueryOf();
        return call.Row(call.Find(call.Tenant.Webhooks));
    }

    private static HttpResponse ListEvents(ApiCall call)
    {
        ListRequest request = ListRequest.Read(call, s_events);
        DateTimeOffset forgotten = call.Tenant.Calendar.Now - s_retention;
        var tests = new List<Func<WebhookEventRow, bool>> { row => row.OccurredAt >= forgotten };
        Filter.Equal(tests, EventName(request), row => row.Name);
        Filter.Within(
            tests, request.Instant("occurred_at.gte"), request.Instant("occurred_at.lte"),
            row => Filter.Seconds(row.OccurredAt));
        return Page.Create(request, call.Find(call.Tenant.Webhooks).Events.Rows, tests);
    }

    private static HttpResponse ListActivity(ApiCall call)
    {
        ListRequest request = ListRequest.Read(call, s_activity);
        DateTimeOffset forgotten = call.Tenant.Calendar.Now - s_retention;
        DateTimeOffset listed = call.Tenant.Calendar.Now - TimeSpan.FromMilliseconds(call.Options.WebhookLag);
        var tests = new List<Func<WebhookDeliveryRow, bool>>
        {
            row => row.CompletedAt >= forgotten && (call.Options.WebhookLag == 0 || row.CompletedAt <= listed),
        };
        Filter.Equal(tests, EventName(request), row => row.Event.Name);
        Filter.Equal(
            tests, request.OneOf("is_delivered", "true", "false"), row => row.IsDelivered ? "true" : "false");
        Filter.Within(
            tests, request.Instant("completed_at.gte"), request.Instant("completed_at.lte"),
            row => Filter.Seconds(row.CompletedAt));
        return Page.Create(request, call.Find(call.Tenant.Webhooks).Deliveries.Rows, tests);
    }

    private static string? EventName(ListRequest request) => request.OneOf("event_name", [.. WebhookEvents.All]);

    private static HttpResponse Ping(ApiCall call)
    {
        call.QueryOf();
        WebhookRow row = call.Find(call.Tenant.Webhooks);
        if (call.Request.Body.Length > 0)
        {
            _ = JsonBody.Read(call).RejectUnknown();
        }

        Notify(call, row, WebhookEvents.Ping, new Dictionary<string, Reference>());
        return call.Done(row.Id);
    }

    /// <summary>A test event must be one that the webhook subscribes to; its payload is arbitrary.</summary>
    private static HttpResponse Test(ApiCall call)
    {
        call.QueryOf();
        WebhookRow row = call.Find(call.Tenant.Webhooks);
        JsonElement body = JsonBody.Read(call, "event_name", "payload");
        string name = body.RequiredText("event_name");
        if (!row.Enabled.Contains(name))
        {
            throw Problem.BadRequest($"The event '{name}' is not enabled on the webhook.");
        }

        if (!body.Has("payload", out JsonElement payload))
        {
            throw Problem.BadRequest("missing required payload data: the field 'payload' is required.");
        }

        if (payload.ValueKind != JsonValueKind.Object)
        {
            throw JsonBody.Invalid("payload");
        }

        Notify(call, row, name, payload);
        call.Tenant.LogWrite(call.Request.Method, call.Request.Path, row.Id);
        return HttpResponse.Json("{}"u8.ToArray());
    }

    /// <summary>Redelivers all events in a window of the last 30 days, within the limits of the API.</summary>
    private static HttpResponse Redeliver(ApiCall call)
    {
        call.QueryOf();
        WebhookRow row = call.Find(call.Tenant.Webhooks);
        JsonElement body = JsonBody.Read(call, "occurred_at.gte", "occurred_at.lte");
        DateTimeOffset? from = Instant(body, "occurred_at.gte");
        DateTimeOffset? to = Instant(body, "occurred_at.lte");
        if (from is null && to is null)
        {
            throw Problem.BadRequest("The field 'occurred_at.gte' or 'occurred_at.lte' is required.");
        }

        DateTimeOffset now = call.Tenant.Calendar.Now;
        WebhookEventRow[] events = [.. row.Events.Live.Where(one => one.OccurredAt >= now - s_retention
            && !(one.OccurredAt < from) && !(Filter.Seconds(one.OccurredAt) > to))];
        if (events.Length > MaxEventsPerRequest
            || row.RedeliveredSince(now.AddHours(-1)) + events.Length > MaxEventsPerHour)
        {
            throw Problem.Unprocessable(
                "Too many events", "At most 100 events are sent again with one request, and 500 in an hour.");
        }

        foreach (WebhookEventRow happened in events)
        {
            row.Notify(happened, now, SandboxTenant.NewId());
        }

        row.Redelivered.Add((now, events.Length));
        return call.Done(row.Id);
    }

    private static DateTimeOffset? Instant(JsonElement body, string name) => body.Text(name) is not { } text ? null
        : DateTimeOffset.TryParse(
            text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset instant)
            ? instant
            : throw JsonBody.Invalid(name);

    private static void Notify(ApiCall call, WebhookRow row, string name, object payload)
    {
        DateTimeOffset now = call.Tenant.Calendar.Now;
        var happened = new WebhookEventRow
        {
            Id = SandboxTenant.NewId(),
            Name = name,
            OccurredAt = now,
            Payload = payload,
        };
        row.Notify(happened, now, SandboxTenant.NewId());
    }
}
