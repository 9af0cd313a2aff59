using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Personio.Sandbox.Http;

namespace Personio.Sandbox.Api;

/// <summary>
/// The position at which a list continues. It contains the limit and the filters, never expires, and belongs to one
/// path: its checksum invalidates made-up cursors and those of other lists.
/// </summary>
internal sealed record Cursor(int Limit, int Page, int Position, IReadOnlyDictionary<string, string> Filters)
{
    public string Encode(string path)
    {
        string filters = string.Join('&', Filters.Select(
            pair => $"{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(pair.Value)}"));
        string text = string.Create(CultureInfo.InvariantCulture, $"{Limit};{Page};{Position};{filters}");
        byte[] bytes = Encoding.UTF8.GetBytes($"{Checksum(path, text)};{text}");
        return Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');
    }

    public static Cursor? TryDecode(string encoded, string path)
    {
        string base64 = encoded.Replace('-', '+').Replace('_', '/');
        byte[] bytes = new byte[base64.Length];
        base64 = base64.PadRight((base64.Length + 3) / 4 * 4, '=');
        if (!Base64.IsValid(base64) || !Convert.TryFromBase64String(base64, bytes, out int length))
        {
            return null;
        }

        string[] parts = Encoding.UTF8.GetString(bytes, 0, length).Split(';', 2);
        if (parts.Length != 2 || parts[0] != Checksum(path, parts[1]))
        {
            return null;
        }

        // The checksum guarantees the format of the rest.
        string[] fields = parts[1].Split(';', 4);
        return new Cursor(Number(fields[0]), Number(fields[1]), Number(fields[2]), HttpRequest.ParsePairs(fields[3])
            .ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal));
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static string Checksum(string path, string text)
    {
        ulong hash = 14695981039346656037;
        foreach (char c in $"{path};{text}")
        {
            hash = (hash ^ c) * 1099511628211;
        }

        return hash.ToString("x16", CultureInfo.InvariantCulture);
    }
}
