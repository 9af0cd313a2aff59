using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Personio.Rest.Json;

/// <summary>
/// Reads objects in any form they are sent: as an object, as its main member alone, or in a one-element list. Values
/// that stand for nothing are null.
/// </summary>
internal sealed class LooseObjectConverter<T> : JsonConverter<T>
    where T : class
{
    private static readonly FlatMemberAttribute? s_flat = typeof(T).GetCustomAttribute<FlatMemberAttribute>();

    /// <inheritdoc/>
    public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            return null;
        }

        if (reader.TokenType == JsonTokenType.StartObject)
        {
            return MemberTable<T>.For(options).Read(ref reader);
        }

        using JsonDocument document = JsonDocument.ParseValue(ref reader);
        return ReadOther(document.RootElement, options);
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        throw new NotSupportedException("These objects are only read.");

    private static T? ReadOther(JsonElement value, JsonSerializerOptions options)
    {
        if (Blank.Is(value))
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.Object)
        {
            return value.Deserialize<T>(options);
        }

        if (value.ValueKind == JsonValueKind.Array)
        {
            return value.GetArrayLength() == 1 ? ReadOther(value[0], options) : throw Refusal(value);
        }

        bool isNumber = value.ValueKind == JsonValueKind.Number;
        if (Blank.IsFlag(value) && !(isNumber && s_flat is { IsAmount: true }))
        {
            return null;
        }

        string member = (isNumber ? s_flat?.Number : null) ?? s_flat?.Text ?? throw Refusal(value);
        try
        {
            return JsonSerializer.Deserialize<T>(
                Encoding.UTF8.GetBytes($"{{\"{member}\":{value.GetRawText()}}}"), options);
        }
        catch (JsonException fault)
        {
            // The reported path is in an object that nobody sent. If it is removed, the serializer adds the real one.
            throw new JsonException(fault.Message.Split(" Path: ", 2)[0], fault);
        }
    }

    private static JsonException Refusal(JsonElement value) =>
        new($"An object was expected, not {DisplayText.Format(value.GetRawText(), 100)}.");
}
