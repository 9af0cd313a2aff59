using Personio.Rest.Http;

namespace Personio.Rest;

/// <summary>The rules for an address that receives secrets. Each rejection states the rule.</summary>
internal static class OriginRules
{
    /// <summary>Checks an origin.</summary>
    /// <param name="uri">The address.</param>
    /// <param name="example">A host name to show in the error message.</param>
    /// <exception cref="PersonioException">The address is not an origin, or would send secrets unencrypted.</exception>
    public static Uri Check(Uri uri, string example)
    {
        // Checked first, so that no message repeats a possible password.
        if (uri.IsAbsoluteUri && uri.UserInfo.Length > 0)
        {
            throw new PersonioException(
                ErrorKind.InvalidRequest, $"The base address for {uri.Host} contains user info, which is never sent.")
            {
                NextStep = NextStep.PassCredential,
            };
        }

        if (!uri.IsAbsoluteUri || uri.Scheme is not ("https" or "http") || uri.Host.Length == 0)
        {
            // The text before an @ may be a password even if it is not valid user info.
            string address = uri.OriginalString.Contains('@', StringComparison.Ordinal)
                ? "The base address"
                : $"'{uri}'";
            throw PersonioException.Invalid($"{address} is not a web address. Specify one such as https://{example}.");
        }

        if (uri.AbsolutePath != "/" || uri.Query.Length > 0 || uri.Fragment.Length > 0)
        {
            throw PersonioException.Invalid(
                $"The base address '{uri}' contains more than an origin. Specify "
                    + $"{uri.GetLeftPart(UriPartial.Authority)}: the paths of the API are added to it.");
        }

        return uri.Scheme == "http" && !Loopback.IsLoopback(uri)
            ? throw PersonioException.Invalid(
                $"'{uri}' is not encrypted, so secrets would be readable on the way. Use https; "
                    + "http is for this machine only.")
            : new Uri(uri.GetLeftPart(UriPartial.Authority) + "/");
    }
}
