namespace Personio.Sandbox.PingOne.Api;

/// <summary>What all handlers share.</summary>
internal sealed record PingOneContext(
    PingOneOptions Options, PingOneDirectory Directory, WorkerApp App, string ApiOrigin, TimeProvider Clock)
{
    public string EnvironmentUri => $"{ApiOrigin}/v1/environments/{Directory.EnvironmentId}";
}
