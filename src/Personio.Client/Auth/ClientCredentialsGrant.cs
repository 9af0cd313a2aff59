using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Encodings.Web;

namespace Personio.Client.Auth;

/// <summary>The client credentials grant of OAuth 2.0 (RFC 6749, section 4.4): where, who, and what else to send.</summary>
internal sealed class ClientCredentialsGrant(
    Uri tokenEndpoint,
    NetworkCredential client,
    ClientAuthentication authentication = ClientAuthentication.FormPost,
    IReadOnlyDictionary<string, string>? fields = null)
{
    /// <summary>The client's id; it is not a secret.</summary>
    public string ClientId => client.UserName;

    /// <summary>Makes a new request for a token. It may be sent again: asking twice changes nothing.</summary>
    public HttpRequestMessage CreateRequest()
    {
        var form = new Dictionary<string, string>(fields ?? new Dictionary<string, string>())
        {
            ["grant_type"] = "client_credentials",
        };
        var request = new HttpRequestMessage(HttpMethod.Post, tokenEndpoint);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        if (authentication == ClientAuthentication.HttpBasic)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", BasicCredentials());
        }
        else
        {
            form["client_id"] = client.UserName;
            form["client_secret"] = client.Password;
        }

        request.Content = new FormUrlEncodedContent(form);
        return request;
    }

    /// <summary>The text without the secret, however the server spelled it.</summary>
    public string Redact(string text) => Spellings.Aggregate(
        text, (rest, spelling) => rest.Replace(spelling, "***", StringComparison.OrdinalIgnoreCase));

    /// <inheritdoc/>
    public override string ToString() => $"{client.UserName} at {tokenEndpoint}";

    // As it is, and as JSON, addresses and forms write it.
    private IEnumerable<string> Spellings =>
        new[]
        {
            client.Password, JavaScriptEncoder.Default.Encode(client.Password),
            JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(client.Password),
            Uri.EscapeDataString(client.Password), WebUtility.UrlEncode(client.Password),
        }.Where(spelling => spelling.Length > 0);

    // The specification has both parts form-encoded before they are joined and Base64-encoded.
    private string BasicCredentials() => Convert.ToBase64String(Encoding.ASCII.GetBytes(
        $"{WebUtility.UrlEncode(client.UserName)}:{WebUtility.UrlEncode(client.Password)}"));
}
