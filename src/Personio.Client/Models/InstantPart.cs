using System.Text.Json;
using System.Text.Json.Serialization;
using Personio.Client.Json;

namespace Personio.Models;

/// <summary>
/// An instant that may come as an object with its zone. Where the zone is not known there is no instant, and what was
/// sent counts as unknown.
/// </summary>
[JsonConverter(typeof(Reading))]
internal sealed record InstantPart : ApiObject
{
    [JsonIgnore]
    public DateTimeOffset? Instant { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{Instant:u}";

    private sealed class Reading : JsonConverter<InstantPart>
    {
        public override InstantPart? Read(
            ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            using JsonDocument document = JsonDocument.ParseValue(ref reader);
            JsonElement sent = document.RootElement;
            while (sent.ValueKind == JsonValueKind.Array && sent.GetArrayLength() == 1)
            {
                sent = sent[0];
            }

            if (Blank.Is(sent))
            {
                return null;
            }

            if (sent.ValueKind != JsonValueKind.Object)
            {
                return new InstantPart { Instant = LooseInstant.Of(sent) };
            }

            DateTimeOffset? instant = LooseInstant.HasTime(sent) ? LooseInstant.Of(sent) : null;
            var unknown = new Dictionary<string, JsonElement>();
            foreach (JsonProperty member in sent.EnumerateObject())
            {
                if (instant is null || !LooseInstant.IsKnown(member.Name))
                {
                    unknown[member.Name] = member.Value.Clone();
                }
            }

            return new InstantPart { Instant = instant, Unknown = unknown.Count == 0 ? null : unknown };
        }

        public override void Write(Utf8JsonWriter writer, InstantPart value, JsonSerializerOptions options) =>
            throw new NotSupportedException("Instants are only read.");
    }
}
