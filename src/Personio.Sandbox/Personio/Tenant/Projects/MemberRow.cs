using System.Text.Json;

namespace Personio.Sandbox.Tenant;

/// <summary>A person who may track time on a project.</summary>
internal sealed class MemberRow : Row
{
    public override void Write(Utf8JsonWriter json, RowStyle style)
    {
        json.WriteStartObject();
        json.Reference("person", Id);
        json.WriteEndObject();
    }
}
