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
            body.Always("auth_type", "TOKEN").Always("token", WebhookRules.Secret(token));
        }
        else if (headers is not null)
        {
            body.Always("auth_type", "CUSTOM").Always("custom_headers", WebhookRules.Headers(headers));
        }
        else if (isNew)
        {
            body.Always("auth_type", "NONE");
        }
    }
}
