using System.Text;

namespace Personio.Client.Tests.Hostile;

/// <summary>
/// Corrupts valid responses: first their structure, then their bytes. The same random numbers give the same response.
/// </summary>
internal sealed class Mutation(Random dice)
{
    // Large enough to reveal slow or wasteful code. Responses above the size limit have a separate test.
    private const int MostBytes = 800_000;

    private static readonly string[] s_scalars =
    [
        "null", "true", "false", "0", "-0", "-1", "1e999", "-1e999", "1e-999", "1E+2", "0.1", "9223372036854775808",
        "-9223372036854775809", "79228162514264337593543950336", "4711.000000000000000000000000000000001", "2147483648",
        "NaN", "Infinity", "-Infinity", "01", "+1", ".5", "1.", "0x1F", "undefined", "'x'", "\"\"", "\" \"", "{}", "[]",
        "\"\\ud83d\"", "\"\\udc00 x\"", "\"\\uD83D\\uD83D\\uDE00\"", "\"\\ud83d\\ude00\"", "\"\\\\ud83d\"",
        "\"\\u0000\"",
        "\"\\u001b[31mred\\u0007\"", "\"\\u202egpj.exe\"", "\"\u0001\"", "\"\u001B]0;title\u0007\"", "\"\\x\"",
        "\"\\u12\"",
        "\"0001-01-01T00:00:00+14:00\"", "\"9999-12-31T23:59:59-14:00\"", "\"0001-01-01\"", "\"9999-12-31\"",
        "\"0001-01-01T00:00:00\"", "\"9999-12-31T23:59:59.9999999\"", "\"2026-02-30\"", "\"2026-03-29T02:30:00\"",
        "\"2026-06-01T24:00:00\"", "\"2026-06-01T08:00:00+99:99\"", "\"10000-01-01\"", "\"-2026-01-01\"",
        "\"2026-W01-1\"",
        "\"01/02/2026\"", "\"2026-06-01T08:00:60Z\"", "\"NaN\"", "\"Infinity\"", "\"-1e999\"", "\"12,5\"", "\"=1+1\"",
        "\"../../etc/passwd\"", "\"C:\\\\con\"", "\"https://evil.example/\"", "\"//evil.example/?cursor=x\"",
        "\"?cursor=\"",
        "\"?cursor=%00%ff\"", "\"http://[::1\"", "\"Europe/Berlin\"", "\"../../../etc/localtime\"", "{\"href\":{}}",
        "{\"href\":\"\"}", "{\"id\":{\"id\":{}}}", "[null]", "[[]]", "[{}]", "{\"\":\"\"}", "{\"\\ud83d\":1}",
        "{\"date_time\":\"0001-01-01T00:00:00\",\"timezone\":\"Asia/Tokyo\"}",
        "{\"date-time\":\"9999-12-31T23:59:59\",\"timezone\":\"America/New_York\"}",
        "{\"date\":\"2026-06-01\",\"timezone\":\"No/Where\"}", "{\"success\":false}", "{\"error\":null}",
    ];

    private static readonly string[] s_names =
    [
        "\"\"", "\"\\ud83d\"", "\"\\u0000\"", "\"__proto__\"", "\"_data\"", "\"data\"", "\"_meta\"", "\"success\"",
        "\"errors\"", "\"error\"", "\"id\"", "\"ID\"", "\"\\u0069d\"", "\"links\"", "\"next\"", "\"href\"", "\"value\"",
        "\"columns\"", "\"items\"", "\"type\"", "\"$type\"", "\"$ref\"", "\"$.x['y']\"", "\"\\u001b[2J\"", "name",
    ];

    /// <summary>A corrupted copy of a response, as bytes.</summary>
    public byte[] Of(JsonPiece good)
    {
        while (true)
        {
            JsonPiece bad = good.Copy();
            string? text = "";
            for (int i = dice.Next(1, 5); i > 0 && text is not null; i--)
            {
                Change(bad);
                text = bad.Text(MostBytes);
            }

            if (text is not null)
            {
                return Bytes(text);
            }
        }
    }

    /// <summary>The bytes of a text, one time in four corrupted as well.</summary>
    public byte[] Bytes(string text)
    {
        byte[] good = Encoding.UTF8.GetBytes(text);
        return dice.Next(48) switch
        {
            0 => good[..dice.Next(good.Length + 1)],
            1 => [.. good, .. good],
            2 => [0xEF, 0xBB, 0xBF, .. good],
            3 => [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(text)],
            4 => Encoding.BigEndianUnicode.GetBytes(text),
            5 => Encoding.Latin1.GetBytes(text + "ü\"ä"),
            6 => Encoding.Latin1.GetBytes(text.Replace("ext", "üxt", StringComparison.Ordinal)),
            7 => Encoding.UTF8.GetBytes($"<!DOCTYPE html><html><body>{text}</body></html>"),
            8 => [.. good, .. Encoding.UTF8.GetBytes("</html>")],
            9 => Flipped(good),
            10 => Flipped(Flipped(Flipped(good))),
            11 => Encoding.UTF8.GetBytes($"/* c */{text},"),
            _ => good,
        };
    }

    /// <summary>Any value, valid JSON or not.</summary>
    public string Scalar() => dice.Next(60) switch
    {
        0 => $"\"{new string('x', dice.Next(1, 300_000))}\"",
        1 => new string('9', dice.Next(1, 30_000)),
        2 => "0." + new string('1', dice.Next(1, 30_000)),
        3 => Nested('[', ']', ""),
        4 => Nested('{', '}', "\"a\":"),
        5 => $"\"{string.Concat(Enumerable.Repeat("\\ud83d", dice.Next(1, 5_000)))}\"",
        6 => $"\"{new string('\\', 2 * dice.Next(1, 5_000))}\"",
        7 => $"[{string.Join(',', Enumerable.Repeat(Plain(), dice.Next(1, 3_000)))}]",
        8 => $"{{{string.Join(',', Enumerable.Range(0, dice.Next(1, 3_000)).Select(i => $"\"m{i}\":{i}"))}}}",
        _ => Plain(),
    };

    private string Plain() => s_scalars[dice.Next(s_scalars.Length)];

    // Around the limit of the reader, and far beyond.
    private string Nested(char open, char close, string between)
    {
        int depth = dice.Next(4) == 0 ? dice.Next(1_000, 100_000) : dice.Next(50, 70);
        return string.Concat(Enumerable.Repeat(open + between, depth)) + "1" + new string(close, depth);
    }

    private void Change(JsonPiece whole)
    {
        JsonPiece[] all = [.. whole.All()];
        JsonPiece one = all[dice.Next(all.Length)];
        switch (dice.Next(10))
        {
            case < 4:
                one.Become(JsonPiece.Scalar(Scalar()));
                break;
            case 4:
                one.Become(dice.Next(2) == 0
                    ? JsonPiece.Array(one.Copy())
                    : JsonPiece.Object(("data", one.Copy())));
                break;
            case 5:
                one.Become(all[dice.Next(all.Length)].Copy());
                break;
            default:
                ChangeInner(one.Inner.Count > 0 ? one : whole);
                break;
        }
    }

    private void ChangeInner(JsonPiece one)
    {
        if (one.Inner.Count == 0)
        {
            return;
        }

        int i = dice.Next(one.Inner.Count);
        (string name, JsonPiece value) = one.Inner[i];
        string other = s_names[dice.Next(s_names.Length)];
        switch (dice.Next(6))
        {
            case 0:
                one.Inner.RemoveAt(i);
                break;
            case 1:
                one.Inner.Add((name, JsonPiece.Scalar(Scalar())));
                break;
            case 2:
                one.Inner.Insert(0, (one.IsObject ? name.ToUpperInvariant() : "", value.Copy()));
                break;
            case 3:
                one.Inner[i] = (one.IsObject ? other : "", value);
                break;
            case 4:
                one.Inner.Add((one.IsObject ? other : "", JsonPiece.Scalar(Scalar())));
                break;
            default:
                int room = MostBytes / 2 / ((value.Text(MostBytes)?.Length ?? MostBytes) + name.Length + 2);
                int most = dice.Next(20) == 0 ? room : Math.Min(room, 20);
                one.Inner.AddRange(Enumerable.Repeat((name, value), dice.Next(1, Math.Max(2, most))));
                break;
        }
    }

    private byte[] Flipped(byte[] good)
    {
        byte[] bad = [.. good];
        if (bad.Length > 0)
        {
            bad[dice.Next(bad.Length)] = (byte)dice.Next(256);
        }

        return bad;
    }
}
