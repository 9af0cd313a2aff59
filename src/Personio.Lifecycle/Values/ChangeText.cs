using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Personio.Lifecycle;

/// <summary>
/// Changes as compact JSON, <c>{"title":["Planner","Lead planner"]}</c>, which is readable and can be parsed back from
/// a CSV file.
/// </summary>
public static class ChangeText
{
    // Umlauts stay unescaped. The text is data in a cell, not part of a page: the page encodes it again.
    private static readonly JsonWriterOptions s_writerOptions =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes changes; empty if there are none.</summary>
    public static string Write(IReadOnlyList<AttributeChange> changes)
    {
        ArgumentNullException.ThrowIfNull(changes);
        if (changes.Count == 0)
        {
            return "";
        }

        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, s_writerOptions))
        {
            writer.WriteStartObject();
            foreach (AttributeChange change in changes)
            {
                writer.WriteStartArray(change.Name);
                WriteValue(writer, change.Old);
                WriteValue(writer, change.New);
                writer.WriteEndArray();
            }

            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    /// <summary>Reads changes back, in order.</summary>
    /// <exception cref="LifecycleException">The text was not written by a comparison
    /// (<c>PlanRowChanged</c>).</exception>
    public static IReadOnlyList<AttributeChange> Read(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return [];
        }

        try
        {
            using JsonDocument document = JsonDocument.Parse(text);
            return
            [
                .. document.RootElement.EnumerateObject().Select(part => part.Value.GetArrayLength() == 2
                    ? new AttributeChange(part.Name, ReadValue(part.Value[0]), ReadValue(part.Value[1]))
                    : throw new JsonException()),
            ];
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            throw new LifecycleException(
                LifecycleErrors.PlanRowChanged,
                "The column Changes is no longer what the comparison wrote. Compare again, and change only the "
                + "columns Approved and Note.");
        }
    }

    private static void WriteValue(Utf8JsonWriter writer, object? value)
    {
        if (value is string[] items)
        {
            writer.WriteStartArray();
            foreach (string item in items)
            {
                writer.WriteStringValue(item);
            }

            writer.WriteEndArray();
        }
        else
        {
            writer.WriteStringValue((string?)value);
        }
    }

    private static object? ReadValue(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Array => value.EnumerateArray().Select(item => item.GetString() ?? "").ToArray(),
        _ => throw new JsonException(),
    };
}
