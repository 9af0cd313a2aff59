using System.Net;
using Personio.Parameters;
using Personio.PingOne;

namespace Personio;

/// <summary>What the environment says about PingOne, for what was not given as a parameter.</summary>
internal static class PingOneEnvironmentSettings
{
    private const string Help = "Specify -EnvironmentId, -Region and -Credential, or try Connect-PingOne -Sandbox.";

    private static readonly string[] s_region = ["PINGONE_REGION", "PINGONE_REGION_CODE", "PINGONE_TOP_LEVEL_DOMAIN"];

    /// <summary>The credential of PINGONE_CLIENT_ID and PINGONE_CLIENT_SECRET.</summary>
    /// <param name="tell">Hears which variables are used, never what is in them.</param>
    /// <exception cref="PersonioException">One of them is not set (<c>AuthenticationFailed</c>).</exception>
    public static NetworkCredential Credential(Action<string> tell) =>
        EnvironmentVariables.Credential("PINGONE", "Connect-PingOne -EnvironmentId ID -Region REGION", tell);

    /// <summary>The environment id of PINGONE_ENVIRONMENT_ID.</summary>
    /// <param name="tell">Hears which variables are used.</param>
    /// <exception cref="PersonioException">It is not set, or not a UUID (<c>InvalidRequest</c>).</exception>
    public static Guid EnvironmentId(Action<string> tell)
    {
        if (EnvironmentVariables.Read("PINGONE_ENVIRONMENT_ID") is not { } text)
        {
            throw PersonioException.Invalid($"No environment: PINGONE_ENVIRONMENT_ID is not set. {Help}");
        }

        tell("Taking the environment id from PINGONE_ENVIRONMENT_ID.");
        return Guid.TryParse(text, out Guid id)
            ? id
            : throw PersonioException.Invalid("PINGONE_ENVIRONMENT_ID is not a UUID. The id is under Settings > Environment Properties.");
    }

    /// <summary>The region of the first of PINGONE_REGION, PINGONE_REGION_CODE and PINGONE_TOP_LEVEL_DOMAIN that is set.</summary>
    /// <param name="tell">Hears which variables are used.</param>
    /// <param name="isNeeded">Whether there are no addresses to do without one.</param>
    /// <exception cref="PersonioException">None is set although one is needed, or it names no region (<c>InvalidRequest</c>).
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
        return PingOneRegion.Find(text) ?? throw PersonioException.Invalid($"{name}: {RegionTransformationAttribute.Unknown(text)}");
    }
}
