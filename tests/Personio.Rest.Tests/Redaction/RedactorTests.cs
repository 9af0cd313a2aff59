using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Personio.Rest.Tests.Redaction;

public sealed class RedactorTests
{
    private const string Secret = "s3cr/Et+of the-\"tests\"ü&2026";
    private const string Token = "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ0ZXN0cyJ9.c2lnbmF0dXJl-of_tests";

    public static TheoryData<string, string> Spellings
    {
        get
        {
            var spellings = new TheoryData<string, string>();
            foreach (string secret in new[] { Secret, Token })
            {
                byte[] bytes = Encoding.UTF8.GetBytes(secret);
                foreach (string form in new[]
                {
                    secret,
                    secret.ToUpperInvariant(),
                    Uri.EscapeDataString(secret),
                    WebUtility.UrlEncode(secret),
                    Uri.EscapeDataString(Uri.EscapeDataString(secret)),
                    Uri.EscapeDataString(secret).ToLowerInvariant(),
                    string.Concat(bytes.Select(b => $"%{b:x2}")),
                    string.Concat(bytes.Select(b => $"={b:X2}")),
                    WebUtility.HtmlEncode(secret),
                    string.Concat(secret.Select(c => $"&#{(int)c};")),
                    string.Concat(secret.Select(c => $"&#x{(int)c:X};")),
                    WebUtility.HtmlEncode(Uri.EscapeDataString(secret)),
                    JsonEncodedText.Encode(secret).ToString(),
                    JsonEncodedText.Encode(secret, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).ToString(),
                    string.Concat(secret.Select(c => $"\\u{(int)c:x4}")),
                    JsonEncodedText.Encode(JsonEncodedText.Encode(secret).ToString()).ToString(),
                    secret.Replace("/", "\\/", StringComparison.Ordinal),
                    Convert.ToBase64String(bytes),
                    Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_'),
                    Convert.ToBase64String(Encoding.UTF8.GetBytes("papi-id:" + secret)),
                    Convert.ToBase64String(Encoding.UTF8.GetBytes("a" + secret + "z")),
                    Convert.ToBase64String(Encoding.UTF8.GetBytes("ab" + secret)),
                    Convert.ToBase64String(Encoding.Unicode.GetBytes(secret)),
                    Uri.EscapeDataString(Convert.ToBase64String(bytes)),
                    Convert.ToBase64String(bytes, Base64FormattingOptions.InsertLineBreaks),
                    Convert.ToHexString(bytes),
                    Convert.ToHexString(bytes).ToLowerInvariant(),
                    string.Join('\u200B', secret.ToCharArray()),
                    string.Join('\u0007', secret.ToCharArray()),
                    string.Join('\u202E', secret.ToCharArray()),
                    "x" + secret + "y",
                    secret[..^9],
                    secret[9..],
                    $"{secret[..^7]}…",
                }.Distinct())
                {
                    spellings.Add(secret, form);
                }
            }

            return spellings;
        }
    }

    [Theory]
    [MemberData(nameof(Spellings))]
    public void A_secret_is_removed_in_every_encoding(string secret, string spelling)
    {
        var redactor = new Redactor();
        redactor.Learn(secret);

        string clean = redactor.Clean($"The server said: {spelling} and more.", 2_000);

        Assert.StartsWith("The server said: ", clean, StringComparison.Ordinal);
        Assert.EndsWith("and more.", clean, StringComparison.Ordinal);
        Assert.Contains("***", clean, StringComparison.Ordinal);
        // At most the ends of an escape remain, but no piece of the secret.
        Assert.DoesNotContain(Pieces(secret, 8), piece => clean.Contains(piece, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData(7)]
    [InlineData(12)]
    [InlineData(20)]
    public void A_secret_that_the_server_truncated_is_removed_as_well(int left)
    {
        var redactor = new Redactor();
        redactor.Learn(Token);

        Assert.DoesNotContain(Token[..6], redactor.Clean($"Rejected: {Token[..left]}", 200), StringComparison.Ordinal);
        Assert.DoesNotContain(
            Token[..6], redactor.Clean($"Rejected: '{Token[..left]}...'.", 200), StringComparison.Ordinal);
        Assert.DoesNotContain(
            Token[^6..], redactor.Clean($"{Token[^left..]} is not valid.", 200), StringComparison.Ordinal);
    }

    [Fact]
    public void No_truncation_leaves_a_piece_of_a_secret()
    {
        var redactor = new Redactor();
        redactor.Learn(Token);
        string text = $"{new string('x', 40)} {Token} {Token}";

        Assert.All(Enumerable.Range(1, text.Length), most =>
            Assert.DoesNotContain("eyJhb", redactor.Clean(text, most), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(
        "Unable to reach proxy 'http://user:pass@proxy.example:8080/'.",
        "Unable to reach proxy 'http://***@proxy.example:8080/'.")]
    [InlineData("https://name@host/path?x=a@b", "https://***@host/path?x=a@b")]
    [InlineData(
        "Write to first@example.org or https://example.org/a@b.",
        "Write to first@example.org or https://example.org/a@b.")]
    public void User_info_before_a_host_is_removed_and_an_email_address_is_kept(string text, string clean) =>
        Assert.Equal(clean, new Redactor().Clean(text, 500));

    [Theory]
    [InlineData("a\r\nb", "a b")]
    [InlineData("a\u2028b\u2029c", "a b c")]
    [InlineData("abc\u202Efdp.exe", "abcfdp.exe")]
    [InlineData("\u001b[31mred", "[31mred")]
    [InlineData("  a   b  ", "a b")]
    public void Terminal_control_characters_are_removed(string text, string clean) =>
        Assert.Equal(clean, new Redactor().Clean(text, 500));

    [Fact]
    public void A_lone_surrogate_is_shown_as_such() =>
        Assert.Equal("half \ufffd", new Redactor().Clean("half \ud83d", 500));

    [Fact]
    public void A_character_is_not_cut_in_two() => Assert.Equal("ab", new Redactor().Clean("ab\U0001F600", 3));

    [Theory]
    [InlineData("The client is not known, or its secret is wrong. Trace id: 6e0b41c9-7d53-4f2a-9c88-e1d20f5a7b36.")]
    [InlineData("JobTitle must not be longer than 255 characters; 50% of AAAAAAAAAAAAAAAA is &amp; \\u00fc.")]
    [InlineData("Überstunden für José: 100 % = 8 h & mehr")]
    public void Text_without_a_secret_is_unchanged(string text)
    {
        var redactor = new Redactor();
        redactor.Learn(Secret);
        redactor.Learn(Token);

        Assert.Equal(text, redactor.Clean(text, 500));
    }

    [Fact]
    public void The_first_secret_is_never_forgotten_however_many_tokens_follow()
    {
        var redactor = new Redactor();
        redactor.Learn(Secret);
        for (int i = 0; i < 200; i++)
        {
            redactor.Learn($"papi-{i:D6}-token-{i * 7919}");
        }

        Assert.Equal("***", redactor.Clean(Secret, 100));
        Assert.Equal("***", redactor.Clean("papi-000199-token-1575881", 100));
    }

    [Fact]
    public void A_hostile_text_costs_little()
    {
        var redactor = new Redactor();
        redactor.Learn(Token);
        string text = string.Concat(Enumerable.Repeat("%25&amp;\\u0025AAAA", 200_000));
        long before = GC.GetAllocatedBytesForCurrentThread();

        redactor.Clean(text, 500);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 60_000_000);
    }

    private static IEnumerable<string> Pieces(string secret, int length) =>
        Enumerable.Range(0, secret.Length - length + 1).Select(at => secret.Substring(at, length));
}
