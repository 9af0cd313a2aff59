using Personio.Sandbox.Json;

namespace Personio.Sandbox.Tenant;

/// <summary>A person who may track time on a project.</summary>
internal sealed class MemberRow : Row
{
    protected override object Response => new MemberResponse(new Reference(Id));
}
