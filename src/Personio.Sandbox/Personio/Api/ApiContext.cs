namespace Personio.Sandbox.Api;

/// <summary>What all handlers share.</summary>
internal sealed record ApiContext(SandboxOptions Options, SandboxTenant Tenant, Credential Credential, string Origin);
