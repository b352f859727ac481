/// The files of a shop small enough to read, that uses every file of the format.
enum SmallShop {
  static let files: [String: String] = [
    "items.csv": """
    item_id,title,category,brand,price,unit_cost,volume_l,weight_kg,handling
    tea,"Green tea, ""loose"" leaf",drinks,Leaf,2.5,1,0.5,0.2,sortable
    cup,Cup,kitchen,,,2,1,0.4,
    bed,Bed,,Oak,300,150,900,40,non_sortable

    """,
    "customers.csv": """
    customer_id,name,region_id
    ann,Ann,north
    bob,,south

    """,
    "purchases.csv": """
    customer_id,item_id,purchased_at,quantity,unit_price,order_id,speed
    ann,tea,2011-02-28 08:26:00,2,2.5,o1,next_day
    bob,cup,2011-02-27,1,4,o2,same_day
    ann,cup,2011-02-28 08:26:00,1,5,o1,next_day
    cat,tea,2011-03-01T10:00:00Z,1,2.4,o3,

    """,
    "regions.csv": "region_id,name,latitude,longitude\nnorth,North,55.5,-3\nsouth,South,50,0.5\n",
    "speeds.csv": """
    speed,promise_hours,lost_sale_penalty,service_target
    next_day,24,3,0.95
    same_day,8,5,

    """,
    "facilities.csv": """
    facility_id,name,kind,latitude,longitude,storage_l,inbound_units_per_day,\
    outbound_units_per_day,holding_cost_per_l_day
    dc,Hub,distribution_center,52,-1,100000,500,400,0.01
    fc,,fulfillment_center,51,0,5000,80,90,0.02

    """,
    "transfers.csv":
      "from_facility_id,to_facility_id,lead_time_days,cost_per_unit,cost_per_l\ndc,fc,2,0.1,0.01\n",
    "deliveries.csv": """
    facility_id,region_id,speed,cutoff_hour,cost_per_unit,cost_per_kg
    fc,south,same_day,11.5,4,0.5
    dc,north,next_day,,2,0.25

    """,
    "vendors.csv": "vendor_id,name\nv1,Vendor One\n",
    "supply.csv": """
    vendor_id,item_id,facility_id,unit_cost,lead_time_mean_days,lead_time_sd_days,\
    minimum_order,case_quantity
    v1,tea,dc,0.9,12,3,10,5

    """,
    "inventory.csv": "facility_id,item_id,on_hand,inbound\ndc,tea,100,20\nfc,cup,7,\n",
  ]
}
