using System.Text.Json;
using Personio.Sandbox.Tenant;

namespace Personio.Sandbox.Json;

/// <summary>
/// Writes a moment as recruiting does: local time, with a separate time zone, and a hyphen in the member name.
/// </summary>
internal sealed class ZonedMomentConverter : WriteOnlyConverter<DateTimeOffset>
{
    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString("date-time", WireTime.Wall(TenantCalendar.Local(value)));
        writer.WriteString("timezone", SandboxTenant.TimeZoneId);
        writer.WriteEndObject();
    }
}
