namespace Personio.Sandbox.Tenant;

/// <summary>Creates two webhooks with a history: one that responds and one that never does.</summary>
internal sealed class WebhookBuilder(int seed, TenantCalendar calendar, CompanyWords words)
{
    private const int PastDays = 40;
    private readonly Dice _dice = new(seed, "webhooks");

    public void AddTo(Table<WebhookRow> webhooks, IReadOnlyList<PersonRow> persons)
    {
        Add(webhooks, "https://hooks.example.org/personio", "HR to directory", "TOKEN", persons,
            "person.created", "person.updated", "attendance-period.created");
        Add(webhooks, words.DeadWebhook.Url, words.DeadWebhook.Description, "CUSTOM", persons,
            "person.updated", "absence-period.created");
    }

    private void Add(
        Table<WebhookRow> webhooks, string url, string description, string auth, IReadOnlyList<PersonRow> persons,
        params string[] events)
    {
        var webhook = new WebhookRow
        {
            Id = _dice.Uuid(),
            Url = url,
            Description = description,
            Status = "ENABLED",
            AuthType = auth,
            Token = auth == "TOKEN" ? $"Bearer {_dice.Uuid()}" : null,
            Headers = auth == "CUSTOM"
                ? new Dictionary<string, string> { ["X-Key"] = _dice.Uuid() }
                : new Dictionary<string, string>(),
            Enabled = events,
            CreatedAt = calendar.At(-PastDays),
            UpdatedAt = calendar.At(-PastDays),
        };
        webhooks.Add(webhook);

        // The API hides events after 30 days; older ones exist here to show that.
        for (int back = PastDays; back > 0 && persons.Count > 0; back--)
        {
            DateTimeOffset at = calendar.At(-back, 6 + _dice.Next(10), _dice.Next(60));
            var happened = new WebhookEventRow
            {
                Id = _dice.Uuid(),
                Name = events[back % 2],
                OccurredAt = at,
                Payload = WebhookEvents.Payload(events[back % 2], _dice.Pick(persons).Id),
            };
            webhook.Notify(happened, at.AddSeconds(1), _dice.Uuid());
        }
    }
}
