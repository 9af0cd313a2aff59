using System.Text.Json;
using System.Text.Json.Serialization;
using Personio.Models;

namespace Personio.Client.Json;

/// <summary>Reads instants, keeping the members of those in an unknown time zone.</summary>
internal sealed class InstantPartConverter : JsonConverter<InstantPart>
{
    /// <inheritdoc/>
    public override InstantPart? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using JsonDocument document = JsonDocument.ParseValue(ref reader);
        JsonElement sent = document.RootElement;
        while (sent.ValueKind == JsonValueKind.Array && sent.GetArrayLength() == 1)
        {
            sent = sent[0];
        }

        return Blank.Is(sent) ? null
            : sent.ValueKind == JsonValueKind.Object ? ReadObject(sent)
            : new InstantPart { Instant = LenientInstant.Parse(sent) };
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, InstantPart value, JsonSerializerOptions options) =>
        throw new NotSupportedException("Instants are only read.");

    private static InstantPart ReadObject(JsonElement sent)
    {
        DateTimeOffset? instant = LenientInstant.HasTime(sent) ? LenientInstant.Parse(sent) : null;
        var unknown = new Dictionary<string, JsonElement>();
        foreach (JsonProperty member in sent.EnumerateObject())
        {
            if (instant is null || !LenientInstant.IsKnown(member.Name))
            {
                unknown[member.Name] = member.Value.Clone();
            }
        }

        return new InstantPart { Instant = instant, Unknown = unknown.Count == 0 ? null : unknown };
    }
}
