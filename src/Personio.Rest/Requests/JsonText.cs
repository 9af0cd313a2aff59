using System.Text;
using System.Text.Json;

namespace Personio.Rest;

/// <summary>A body that is JSON already and is sent as it is.</summary>
public sealed class JsonText
{
    private readonly string _text;

    /// <summary>Takes a text that is JSON.</summary>
    /// <exception cref="PersonioException">It is not (<c>InvalidRequest</c>).</exception>
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
