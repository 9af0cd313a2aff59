using Personio.Sandbox.Tenant;

namespace Personio.Sandbox.Api;

/// <summary>An attendance period that was created, and the others that had to give way.</summary>
internal sealed record AttendanceCreatedResponse(string Id, IReadOnlyList<AttendancePeriodRow> AffectedPeriods);
