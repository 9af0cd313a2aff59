using System.Text.Json;
using System.Text.Json.Serialization;

namespace Personio.Models;

/// <summary>A webhook: an address that Personio calls when something happens. Its token is never shown.</summary>
public sealed record Webhook : ApiObject, IIdentified
{
    /// <summary>The id, a UUID.</summary>
    [JsonPropertyName("id")]
    public string? WebhookId { get; init; }

    /// <summary>The description.</summary>
    public string? Description { get; init; }

    /// <summary>The address that is called.</summary>
    public string? Url { get; init; }

    /// <summary>ENABLED or DISABLED.</summary>
    public string? Status { get; init; }

    /// <summary>How calls prove that they come from Personio: NONE, TOKEN or CUSTOM.</summary>
    public string? AuthType { get; init; }

    /// <summary>The events it is called for.</summary>
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

    // Known, so that it is not shown among the unknown members; dropped, so that it is nowhere.
#pragma warning disable CA1822 // A static property would not be read.
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
