using Personio.PingOne;

namespace Personio;

/// <summary>Names directories in plans.</summary>
internal static class DirectoryNaming
{
    /// <summary>
    /// The name and id of an environment, so that a plan is not applied to a different environment with the same name.
    /// </summary>
    public static string DirectoryName(this PingOneSession session) =>
        $"{session.EnvironmentName} ({session.EnvironmentId})";
}
