namespace Personio.Sandbox.Api;

/// <summary>What all handlers work on.</summary>
internal sealed record ApiContext(SandboxOptions Options, SandboxTenant Tenant, Credential Credential, string Origin);
