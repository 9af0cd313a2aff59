using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Personio.Client.Json;

/// <summary>How JSON is read and written.</summary>
internal static class PersonioJson
{
    /// <summary>Snake case names, lenient text, dates as Personio writes them; unknown members are kept by the models.
    /// </summary>
    public static readonly JsonSerializerOptions Options = Locked(new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        NumberHandling = JsonNumberHandling.AllowReadingFromString,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters =
        {
            new TextConverter(), new FlagConverter(), new DecimalConverter(), new WholeNumberConverter(),
            new WallClockConverter(), new InstantConverter(), new InstantPartConverter(), new SentValueConverter(),
        },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LooseMembers.Apply } },
    });

    /// <summary>
    /// An object as JSON, in UTF-8. Members that are null are sent as null: leaving out is for the caller.
    /// </summary>
    public static byte[] Write(object value) => value is JsonText text
        ? text.ToBytes()
        : JsonSerializer.SerializeToUtf8Bytes(value, value.GetType(), Options);

    // Options that could still be changed would look at each type anew, every time.
    private static JsonSerializerOptions Locked(JsonSerializerOptions options)
    {
        options.MakeReadOnly();
        return options;
    }
}
