using System.Net;
using Personio.Parameters;
using Personio.PingOne;

namespace Personio;

/// <summary>PingOne settings from environment variables, used for parameters that were not specified.</summary>
internal static class PingOneEnvironmentSettings
{
    private const string Help = "Specify -EnvironmentId, -Region and -Credential, or try Connect-PingOne -Sandbox.";

    private static readonly string[] s_region = ["PINGONE_REGION", "PINGONE_REGION_CODE", "PINGONE_TOP_LEVEL_DOMAIN"];

    /// <summary>The credential in PINGONE_CLIENT_ID and PINGONE_CLIENT_SECRET.</summary>
    /// <param name="tell">Receives the names of the variables used, never their values.</param>
    /// <exception cref="PersonioException">A variable is not set (<c>AuthenticationFailed</c>).</exception>
    public static NetworkCredential Credential(Action<string> tell) =>
        EnvironmentVariables.Credential("PINGONE", "Connect-PingOne -EnvironmentId ID -Region REGION", tell);

    /// <summary>The environment ID in PINGONE_ENVIRONMENT_ID.</summary>
    /// <param name="tell">Receives the names of the variables used.</param>
    /// <exception cref="PersonioException">The variable is not set or not a UUID (<c>InvalidRequest</c>).</exception>
    public static Guid EnvironmentId(Action<string> tell)
    {
        if (EnvironmentVariables.Read("PINGONE_ENVIRONMENT_ID") is not { } text)
        {
            throw PersonioException.Invalid($"No environment: PINGONE_ENVIRONMENT_ID is not set. {Help}");
        }

        tell("Taking the environment id from PINGONE_ENVIRONMENT_ID.");
        return Guid.TryParse(text, out Guid id)
            ? id
            : throw PersonioException.Invalid(
                "PINGONE_ENVIRONMENT_ID is not a UUID. The id is under Settings > Environment Properties.");
    }

    /// <summary>
    /// The region in the first of PINGONE_REGION, PINGONE_REGION_CODE, and PINGONE_TOP_LEVEL_DOMAIN that is set.
    /// </summary>
    /// <param name="tell">Receives the names of the variables used.</param>
    /// <param name="isNeeded">True if the origins cannot be determined without a region.</param>
    /// <exception cref="PersonioException">
    /// No variable is set although a region is needed, or the value is not a region (<c>InvalidRequest</c>).
    /// </exception>
    public static PingOneRegion? Region(Action<string> tell, bool isNeeded)
    {
        string? name = s_region.FirstOrDefault(variable => EnvironmentVariables.Read(variable) is not null);
        if (name is null)
        {
            return isNeeded
                ? throw PersonioException.Invalid($"No region: {string.Join(", ", s_region)} are not set. {Help}")
                : null;
        }

        tell($"Taking the region from {name}.");
        string text = EnvironmentVariables.Read(name)!;
        return PingOneRegion.Find(text)
            ?? throw PersonioException.Invalid($"{name}: {RegionTransformationAttribute.CreateError(text)}");
    }
}
