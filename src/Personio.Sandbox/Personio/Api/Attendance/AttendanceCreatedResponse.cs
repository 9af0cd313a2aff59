using Personio.Sandbox.Tenant;

namespace Personio.Sandbox.Api;

/// <summary>A created attendance period, and the other periods that it changed.</summary>
internal sealed record AttendanceCreatedResponse(string Id, IReadOnlyList<AttendancePeriodRow> AffectedPeriods);
