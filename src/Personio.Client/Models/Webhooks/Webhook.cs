using System.Text.Json;
using System.Text.Json.Serialization;

namespace Personio.Models;

/// <summary>A webhook: a URL that Personio calls when an event occurs. Its token is never shown.</summary>
public sealed record Webhook : ApiObject, IIdentified
{
    /// <summary>The id, a UUID.</summary>
    [JsonPropertyName("id")]
    public string? WebhookId { get; init; }

    /// <summary>The description.</summary>
    public string? Description { get; init; }

    /// <summary>The URL that is called.</summary>
    public string? Url { get; init; }

    /// <summary>ENABLED or DISABLED.</summary>
    public string? Status { get; init; }

    /// <summary>How calls prove that they come from Personio: NONE, TOKEN or CUSTOM.</summary>
    public string? AuthType { get; init; }

    /// <summary>The names of the events that trigger it.</summary>
    [JsonIgnore]
    public ValueList<string> EnabledEvents => field ??= new ValueList<string>([.. Events.OfType<string>()]);

    /// <summary>The names of the custom headers; their values may be secrets and are not kept.</summary>
    [JsonIgnore]
    public ValueList<string> CustomHeaderNames => field ??= new ValueList<string>(
        [.. Headers.ValueKind == JsonValueKind.Object ? Headers.EnumerateObject().Select(header => header.Name) : []]);

    string? IIdentified.Identity => WebhookId;

    [JsonInclude]
    [JsonPropertyName("enabled_events")]
    internal IReadOnlyList<string?> Events { get; init => field = value ?? []; } = [];

    [JsonInclude]
    [JsonPropertyName("custom_headers")]
    internal JsonElement Headers { get; init; }

    // Declared, so that the token is not listed among the unknown members; dropped, so that it is not stored anywhere.
#pragma warning disable CA1822 // The deserializer does not set static properties.
    [JsonInclude]
    [JsonPropertyName("token")]
    internal string? Token
    {
        get => null;
        init => _ = value;
    }
#pragma warning restore CA1822

    /// <inheritdoc/>
    public override string ToString() => Description ?? Url ?? WebhookId ?? "";
}
