using System.Collections;
using System.Security;

namespace Personio;

/// <summary>Adds to a body how the calls of a webhook authenticate themselves.</summary>
internal static class WebhookAuthentication
{
    /// <summary>
    /// Adds the type and its secret: a token, custom headers, or, for a new webhook without either, none.
    /// </summary>
    /// <exception cref="PersonioException">Both were specified, or the headers are invalid.</exception>
    public static void AddTo(ChangeBody body, SecureString? token, IDictionary? headers, bool isNew)
    {
        if (token is not null && headers is not null)
        {
            throw PersonioException.Invalid("Specify either a token or custom headers, not both.");
        }

        if (token is not null)
        {
            body.AddAlways("auth_type", "TOKEN").AddAlways("token", WebhookRules.CheckSecret(token));
        }
        else if (headers is not null)
        {
            body.AddAlways("auth_type", "CUSTOM").AddAlways("custom_headers", WebhookRules.CheckHeaders(headers));
        }
        else if (isNew)
        {
            body.AddAlways("auth_type", "NONE");
        }
    }
}
