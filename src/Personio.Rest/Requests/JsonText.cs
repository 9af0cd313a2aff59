using System.Text;
using System.Text.Json;

namespace Personio.Rest;

/// <summary>A body that is already JSON and is sent unchanged.</summary>
public sealed class JsonText
{
    private readonly string _text;

    /// <summary>Wraps a JSON text.</summary>
    /// <exception cref="PersonioException">The text is not JSON (<c>InvalidRequest</c>).</exception>
    public JsonText(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        try
        {
            JsonDocument.Parse(text).Dispose();
            _text = text;
        }
        catch (JsonException fault)
        {
            throw new PersonioException(
                ErrorKind.InvalidRequest,
                $"The body is not JSON: {fault.Message} Specify an object or JSON text.",
                fault);
        }
    }

    internal byte[] ToBytes() => Encoding.UTF8.GetBytes(_text);
}
